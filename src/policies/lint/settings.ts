import type { Policy } from '../../domain/policy.ts';
import { SETTINGS, SettingsSchema, type Settings } from '../../domain/settings.ts';

/** The Act's own ceiling on the local number of complaints (STAT-3). */
const CEILING = 3;

/** What nothing reads: set, it would promise what does not happen. */
export const UNREAD = [
  'calendar.region',
  'clock.cutoff',
  'applicant.kinds',
  'ladder.map',
  'redaction.classes',
  'stats.publish',
  'stats.min_cell',
  'stats.rules',
] as const satisfies (keyof Settings)[];

/** Times that live by a clock alone: without one that names it in its procedure a time moves nothing. */
export const TIMES = [
  'ack',
  'outcome',
  'threshold.decision',
  'target.ack',
  'target.threshold',
  'target.meeting',
  'agency.return.threshold',
  'agency.return.review',
  'nocontact.letter',
  'closing.letter',
  'followup',
] as const satisfies (keyof Settings)[];

/**
 * Why an authority may not set what it sets under this procedure, a line a setting, all at once: unknown, unlawful, read by
 * nothing, or without effect here. Empty where all of it works.
 */
export function faultsOfSettings(policy: Policy, own: Record<string, unknown>): string[] {
  const faults = new Map<string, string>();
  for (const name of Object.keys(own)) {
    const idle = idleBecause(name, own, policy);
    if (idle !== null) faults.set(name, `setting ${name}: ${idle}`);
  }
  for (const { path, message } of SettingsSchema.safeParse(own).error?.issues ?? [])
    faults.set(path.join('.'), `setting ${path.join('.')}: ${message}`);
  for (const unlawful of unlawfulCount(own['threshold.count'])) faults.set('threshold.count', unlawful);
  return [...faults.values()];
}

/** The module's own number of complaints is bound by the Act as well. */
export const faultsOfShipped = ({ settings }: Policy): string[] => unlawfulCount(settings['threshold.count']);

const unlawfulCount = (count: unknown): string[] =>
  typeof count === 'number' && count > CEILING
    ? [`threshold.count is ${count}: the Act allows ${CEILING} at most (STAT-3)`]
    : [];

function idleBecause(name: string, own: Record<string, unknown>, policy: Policy): string | null {
  if (!(name in SETTINGS)) return null;
  if ((UNREAD as readonly string[]).includes(name)) return 'nothing reads this yet, so it cannot be set';
  if (TIMES.some((time) => time === name) && !policy.clocks.some(({ period }) => period === name))
    return `${policy.procedure} has no time for this, so no date would move`;
  const missing = NEEDS[name as keyof Settings]?.(policy, own);
  return missing === undefined || missing === null ? null : `it has no effect here: ${missing}`;
}

const from = (policy: Policy, anchor: Policy['clocks'][number]['from']): boolean =>
  policy.clocks.some((clock) => clock.from === anchor);
const extended = (policy: Policy): string | null =>
  policy.clocks.some(({ updatesEvery }) => updatesEvery !== undefined) ? null : 'no time of this procedure is extended';
const hate = (policy: Policy, own: Record<string, unknown>): string | null =>
  (own['threshold.hate'] ?? policy.settings['threshold.hate'] ?? null) === null
    ? 'this authority has no route of hate incidents (threshold.hate)'
    : null;

/** What a setting needs in the procedure to have an effect; the answer is what is missing. */
const NEEDS: Partial<Record<keyof Settings, (policy: Policy, own: Record<string, unknown>) => string | null>> = {
  'outcome.clocks': (policy) =>
    policy.bindTogether.length > 0 ? null : 'no two times of this procedure bind the same act',
  'extension.first': extended,
  'extension.interval': extended,
  'threshold.hate.window_on': hate,
  'threshold.hate.report_limit': hate,
  'review.anchor': (policy) =>
    from(policy, 'acknowledged_or_received')
      ? null
      : 'no time of this procedure counts from the acknowledgement or receipt',
  'passback.anchor': (policy) =>
    from(policy, 'passed_back') ? null : 'this procedure has no time for an appeal passed back',
  'appeal.threshold_backstop': (policy) =>
    policy.clocks.some(({ period }) => period === 'appeal.threshold_backstop')
      ? null
      : 'this procedure has no last day for an appeal about the threshold',
  'appeal.ack_anchor': (policy) =>
    policy.appeal.otherAuthorityRule === null ? 'no other authority handles an appeal in this procedure' : null,
};
