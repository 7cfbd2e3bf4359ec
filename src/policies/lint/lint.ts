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

export type { Finding } from './finding.ts';

export interface LintOptions {
  /** The day on which it is asked. */
  on: Day;
  /** What the authority set over the shipped values. */
  own?: Record<string, unknown>;
  /** The directory whose people the ladder and the chasers would reach. */
  partnership?: Partnership;
}

/** The Act's own ceiling on the local number of complaints (STAT-3). */
const CEILING = 3;

/** Everything that is wrong with a module, or soon will be. `all`: every module, as a rule may be named by another procedure. */
export function lintPolicy(policy: Policy, all: readonly Policy[], options: LintOptions): Finding[] {
  const where = `${policy.procedure}/${policy.version}`;
  const found: Finding[] = [];
  const say: Say = (level, words) => found.push({ level, where, words });
  const own = options.own ?? {};
  for (const count of [policy.settings['threshold.count'], own['threshold.count']])
    if (typeof count === 'number' && count > CEILING)
      say('fault', `threshold.count is ${count}: the Act allows ${CEILING} at most (STAT-3)`);
  lintRules(policy, all, say);
  lintClocks(policy, say);
  lintLadder(policy, say);
  lintLetters(policy, say);
  const settings = SettingsSchema.safeParse(own);
  for (const issue of settings.error?.issues ?? []) say('fault', `setting ${issue.path.join('.')}: ${issue.message}`);
  const shipped = SettingsSchema.safeParse(policy.settings);
  if (!settings.success || !shipped.success) return found;
  const resolved = resolvePolicy(policy, own);
  lintDates(resolved, calendarFor(resolved), options.on, say);
  if (options.partnership) lintContacts(resolved, options.partnership, say);
  return found;
}
