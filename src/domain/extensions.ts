import type { Day } from '../calendar/isoDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseFile } from './caseReview.ts';
import { endOfPeriod } from './periods.ts';
import type { ClockRule, ResolvedPolicy } from './policy.ts';
import type { Period } from './settings.ts';

export interface Extended {
  /** When the next update to the applicant is owed. */
  nextDueOn: Day;
  /** An update was missed before this day, so the clock no longer stands extended; null while each went by its day. */
  lapsedOn: Day | null;
}

/** How often the applicant is updated while this clock is extended; null where more time is not allowed. */
export function updateInterval(rule: ClockRule, policy: ResolvedPolicy): Period | null {
  if (!rule.updatesEvery) return null;
  const own = policy.own['extension.interval'];
  return own === undefined ? rule.updatesEvery : (policy.settings['extension.interval'] ?? rule.updatesEvery);
}

/**
 * An extended clock: the first update is owed no later than the missed day, each next one counted from the last sent
 * (AMB-C7). Null where the clock was not extended.
 */
export function extensionOf(
  rule: ClockRule,
  { anchor, dueOn }: { anchor: Day; dueOn: Day },
  file: CaseFile,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
): Extended | null {
  const interval = updateInterval(rule, policy);
  const extension = file.extensions.find((it) => it.clock === rule.id && it.on >= anchor);
  if (!interval || !extension) return null;
  let due = policy.settings['extension.first'] === 'on_due' ? dueOn : endOfPeriod(dueOn, interval, calendar);
  let lapsedOn: Day | null = null;
  const updates = file.letters.filter(
    (it) => it.letter === 'update' && it.on >= extension.on && (it.clock === undefined || it.clock === rule.id),
  );
  for (const update of updates) {
    if (update.on > due) lapsedOn ??= due;
    due = endOfPeriod(update.on, interval, calendar);
  }
  if (extension.on > dueOn) lapsedOn ??= dueOn;
  return { nextDueOn: due, lapsedOn };
}
