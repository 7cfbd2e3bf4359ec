import { addDays, later, type Day } from '../calendar/isoDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseFile, PlannedAction } from './caseReview.ts';
import { endOfPeriod } from './periods.ts';
import type { LadderRung, ResolvedPolicy } from './policy.ts';
import type { ToldRung } from './told.ts';

/** HER-10.2 to 10.5 for every action: when each rung fires, to whom, and whether it has. Nothing where the procedure has no ladder. */
export function tellLadder(file: CaseFile, policy: ResolvedPolicy, calendar: WorkingCalendar, asOf: Day): ToldRung[] {
  if (!policy.settings.ladder) return [];
  return file.actions.flatMap((action) => rungsOf(action, file, policy, calendar, asOf));
}

/** The rungs of one action. The state changes on the calendar day, the message goes that day or the next working day. */
export function rungsOf(
  action: PlannedAction,
  file: Pick<CaseFile, 'closed'>,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
  asOf: Day,
): ToldRung[] {
  const stoppedOn = action.completedOn ?? file.closed?.on;
  return policy.ladder.map((rung) => {
    const firesOn = firingDay(rung, action, policy, calendar);
    const base = { action: action.id, step: rung.step, to: recipient(rung, action) };
    if (stoppedOn !== undefined && stoppedOn <= firesOn) return { ...base, state: 'never' };
    return { ...base, firesOn, messageOn: calendar.onOrAfter(firesOn), state: firesOn <= asOf ? 'fired' : 'pending' };
  });
}

/** HER-10.4: where the line manager is the Head of Service, the Chief Executive is told in that one's place. */
const recipient = (rung: LadderRung, action: PlannedAction): ToldRung['to'] =>
  action.managerIsHeadOfService && rung.toIfManagerIsHead ? rung.toIfManagerIsHead : rung.to;

/** AMB-C5: from the original due date; an agreed new date pauses what has not been reached, and resets nothing. */
function firingDay(rung: LadderRung, action: PlannedAction, policy: ResolvedPolicy, calendar: WorkingCalendar): Day {
  const fires = (due: Day): Day => addDays(endOfPeriod(due, rung.after, calendar), 1);
  let day = fires(action.originalDueOn);
  for (const move of action.moves) {
    if (day <= move.on) return day;
    day = policy.settings['ladder.from'] === 'current' ? fires(move.to) : later(day, addDays(move.to, 1));
  }
  return day;
}
