import type { Policy, ResolvedPolicy } from '../../domain/policy.ts';
import { RECOMMENDED, SETTINGS, type Settings } from '../../domain/settings.ts';
import { valueWords } from './valueWords.ts';

export const SETTING_HEAD = ['Setting', 'Shipped', 'Set by the authority'];

/** Every setting with the value shipped for this procedure and what the authority set over it; its own free names last. */
export function settingRows(policy: ResolvedPolicy, shipped: Policy): string[][] {
  const defaults: Settings = { ...RECOMMENDED, ...shipped.settings };
  const names = Object.keys(SETTINGS) as (keyof Settings)[];
  const own = (name: string): string => (name in policy.own ? valueWords(policy.own[name]) : '');
  return [
    ...names.map((name) => {
      const wanted = policy.compulsory.includes(name) && policy.settings[name] === null;
      return [name, valueWords(defaults[name]), wanted ? 'MUST BE SET before a case is opened' : own(name)];
    }),
    ...Object.keys(policy.own)
      .filter((name) => !(name in SETTINGS))
      .map((name) => [name, 'none', own(name)]),
  ];
}
