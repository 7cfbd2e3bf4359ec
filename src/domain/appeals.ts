import type { WorkingCalendar } from '../calendar/workingDays.ts';
import { nameOfAppeal, numberOf } from './appealNames.ts';
import type { Appeal, CaseFile } from './caseReview.ts';
import { decidedBefore } from './independence.ts';
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
    return {
      number: numberOf(appeal, file),
      about: appeal.about,
      lastDay,
      inTime: lastDay === null || appeal.madeOn <= lastDay,
      valid: isValid(appeal, policy),
      dueOn: resultDue(nameOfAppeal(appeal, file), clocks, policy),
      independent: isIndependent(appeal, file),
      result,
      final: policy.settings['appeal.final'] && result !== null,
    };
  });
}

/** The decider took no part, or a second one who took none decides with them (AMB-D6). */
function isIndependent({ assigned }: Appeal, file: CaseFile): boolean {
  if (assigned === undefined) return false;
  const { independent, second } = assigned.with.decider;
  return second !== undefined || (independent === true && !decidedBefore(assigned.with, file));
}

function lastDayOf(appeal: Appeal, file: CaseFile, policy: ResolvedPolicy, calendar: WorkingCalendar): string | null {
  const window = policy.settings['appeal.window'];
  const told = toldOn(file, appeal.about, policy, calendar, appeal);
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
function resultDue(of: string, clocks: ToldClock[], policy: ResolvedPolicy): string | null {
  const days = clocks
    .filter((it) => policy.appeal.resultClock.includes(it.id) && it.of === of)
    .flatMap((it) => it.dueOn ?? [])
    .sort();
  return (policy.settings['outcome.combine'] === 'latest' ? days.at(-1) : days[0]) ?? null;
}
