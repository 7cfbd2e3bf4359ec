import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../../src/domain/settings.ts';
import type { Procedure } from '../../src/domain/words.ts';
import { faultsOfSettings, TIMES, UNREAD } from '../../src/policies/lint/settings.ts';
import { allPolicies, policyFor } from '../../src/policies/registry.ts';

const faults = (procedure: Procedure, own: Record<string, unknown>): string[] =>
  faultsOfSettings(policyFor(procedure), own);
const DAYS = { n: 3, unit: 'wd' };

describe('what an authority may set', () => {
  it('is refused by name, all at once: unknown, unlawful (STAT-3), of a wrong form, read by nothing, without effect here', () => {
    expect(
      faults('hertsmere', {
        'nonsense.setting': 1,
        'threshold.count': 4,
        'clock.roll.duty': 'sideways',
        'calendar.region': 'scotland',
        ack: DAYS,
        'threshold.window': { n: 6, unit: 'mo' },
      }),
    ).toEqual([
      'setting calendar.region: nothing reads this yet, so it cannot be set',
      'setting ack: hertsmere has no time for this, so no date would move',
      'setting nonsense.setting: is not a setting of the rule-book',
      'threshold.count is 4: the Act allows 3 at most (STAT-3)',
      expect.stringMatching(/^setting clock\.roll\.duty: /),
    ]);
  });

  it('a time is taken where a clock of the procedure counts by it, and refused where none does', () => {
    expect(faults('staffordshire', { ack: DAYS })).toEqual([]);
    for (const procedure of ['llr', 'warwickshire', 'hertsmere', 'shropshire'] as const)
      expect(faults(procedure, { ack: DAYS })).toHaveLength(1);
  });

  it.each(TIMES)('%s is taken by exactly those procedures in which a date moves with it', (name) => {
    for (const policy of allPolicies()) {
      const named = policy.clocks.some((clock) => clock.period === name);
      expect(faultsOfSettings(policy, { [name]: DAYS })).toHaveLength(named ? 0 : 1);
    }
  });

  it('what serves a route or an extension is refused where there is none', () => {
    expect(faults('hertsmere', { 'outcome.clocks': ['HER.appeal.told'] })).toEqual([]);
    expect(faults('llr', { 'outcome.clocks': ['LLR.outcome'] })).toEqual([
      'setting outcome.clocks: it has no effect here: no two times of this procedure bind the same act',
    ]);
    const hate = { 'threshold.hate.window_on': 'incident' };
    expect(faults('shropshire', hate)).toHaveLength(1);
    expect(faults('shropshire', { ...hate, 'threshold.hate': { count: 1, months: 6 } })).toEqual([]);
  });

  it('every shipped module passes with what it ships', () => {
    for (const policy of allPolicies()) expect(faultsOfSettings(policy, {})).toEqual([]);
  });
});

describe('every setting has a reader, or is refused', () => {
  const src = resolve(import.meta.dirname, '../../src');
  const textOf = (folder: string): string =>
    readdirSync(folder)
      .map((name) => join(folder, name))
      .map((path) => (statSync(path).isDirectory() ? textOf(path) : readFileSync(path, 'utf8')))
      .join('\n');
  const readers = ['domain', 'operations', 'cards', 'documents', 'policies/lint', 'policies/registry.ts']
    .map((place) => join(src, place))
    .map((path) => (statSync(path).isDirectory() ? textOf(path) : readFileSync(path, 'utf8')))
    .join('\n');
  // `settings['x']`, `settings.x`, or taken apart.
  const isRead = (name: string): boolean =>
    [`settings['${name}']`, `own['${name}']`, `given['${name}']`, `settings.${name}`].some((form) =>
      readers.includes(form),
    );
  const ONE_VALUE = ['clock.month_end'];

  const isTaken = (name: string): boolean =>
    new RegExp(`'${name.replaceAll('.', '\\.')}': \\w+[^;]*\\} = policy\\.settings`).test(readers);

  it.each(Object.keys(SETTINGS).filter((name) => !ONE_VALUE.includes(name)))('%s', (name) => {
    const unread = (UNREAD as readonly string[]).includes(name);
    const time = allPolicies().some((policy) => policy.clocks.some(({ period }) => period === name));
    expect(isRead(name) || isTaken(name) || time).toBe(!unread);
  });
});
