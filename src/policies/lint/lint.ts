import type { Day } from '../../calendar/isoDate.ts';
import type { Partnership } from '../../domain/directory.ts';
import { calendarFor, type Policy } from '../../domain/policy.ts';
import { SettingsSchema } from '../../domain/settings.ts';
import { resolvePolicy } from '../registry.ts';
import { lintClocks } from './clocks.ts';
import { lintContacts } from './contacts.ts';
import { lintDates } from './dates.ts';
import type { Finding, Say } from './finding.ts';
import { lintLadder } from './ladder.ts';
import { lintLetters } from './letters.ts';
import { lintRules } from './rules.ts';
import { faultsOfSettings, faultsOfShipped } from './settings.ts';

export type { Finding } from './finding.ts';

export interface LintOptions {
  /** The day on which it is asked. */
  on: Day;
  /** What the authority set over the shipped values. */
  own?: Record<string, unknown>;
  /** The directory whose people the ladder and the chasers would reach. */
  partnership?: Partnership;
}

/** Everything that is wrong with a module, or soon will be. `all`: every module, as a rule may be named by another procedure. */
export function lintPolicy(policy: Policy, all: readonly Policy[], options: LintOptions): Finding[] {
  const where = `${policy.procedure}/${policy.version}`;
  const found: Finding[] = [];
  const say: Say = (level, words) => found.push({ level, where, words });
  const own = options.own ?? {};
  for (const fault of [...faultsOfShipped(policy), ...faultsOfSettings(policy, own)]) say('fault', fault);
  lintRules(policy, all, say);
  lintClocks(policy, say);
  lintLadder(policy, say);
  lintLetters(policy, say);
  if (!SettingsSchema.safeParse(own).success || !SettingsSchema.safeParse(policy.settings).success) return found;
  const resolved = resolvePolicy(policy, own);
  lintDates(resolved, calendarFor(resolved), options.on, say);
  if (options.partnership) lintContacts(resolved, options.partnership, say);
  return found;
}
