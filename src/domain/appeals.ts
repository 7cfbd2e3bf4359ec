import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { Appeal, CaseFile } from './caseReview.ts';
import { toldOn } from './letters.ts';
import { dueDay } from './periods.ts';
import type { ResolvedPolicy } from './policy.ts';
import type { ToldAppeal, ToldClock } from './told.ts';

/** Each appeal: in time or not, its ground made out or not, when the result is due, whether the decider took no part. */
export function tellAppeals(
  file: CaseFile,
  clocks: ToldClock[],
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
): ToldAppeal[] {
  return file.appeals.map((appeal) => {
    const lastDay = lastDayOf(appeal, file, policy, calendar);
    const result = appeal.decided?.with.result ?? null;
    const decider = appeal.assigned?.with.decider;
    return {
      about: appeal.about,
      lastDay,
      inTime: lastDay === null || appeal.madeOn <= lastDay,
      valid: isValid(appeal, policy),
      dueOn: resultDue(appeal, clocks, policy),
      independent: decider?.independent === true || decider?.second !== undefined,
      result,
      final: policy.settings['appeal.final'] && result !== null,
    };
  });
}

function lastDayOf(appeal: Appeal, file: CaseFile, policy: ResolvedPolicy, calendar: WorkingCalendar): string | null {
  const window = policy.settings['appeal.window'];
  const told = toldOn(file, appeal.about, policy, calendar);
  return window === null || told === null ? null : dueDay(told, window, true, policy, calendar);
}

/** A ground of the procedure is named and says how it is met; any, where the procedure lists none (LLR-12.3, STF-12.3). */
function isValid(appeal: Appeal, policy: ResolvedPolicy): boolean {
  const grounds = policy.settings['appeal.grounds'];
  return appeal.with.grounds.some(
    (ground) => (grounds.length === 0 || grounds.includes(ground)) && (appeal.with.how[ground] ?? '').trim() !== '',
  );
}

/** The earlier of the clocks that bind the result; null where none is set, or none has begun. */
function resultDue(appeal: Appeal, clocks: ToldClock[], policy: ResolvedPolicy): string | null {
  const days = clocks
    .filter((it) => policy.appeal.resultClock.includes(it.id) && it.of === appeal.about)
    .flatMap((it) => it.dueOn ?? [])
    .sort();
  return (policy.settings['outcome.combine'] === 'latest' ? days.at(-1) : days[0]) ?? null;
}
