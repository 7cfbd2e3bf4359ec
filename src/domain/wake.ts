import { addDays, type Day } from '../calendar/isoDate.ts';
import { CalendarEnds, type WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseReview, SystemEvent } from './caseReview.ts';
import { tellClocks } from './clocks.ts';
import { plannedNudges, type PlannedNudge } from './nudges.ts';
import type { ResolvedPolicy } from './policy.ts';
import type { ToldClock } from './told.ts';

type Nudged = Extract<SystemEvent, { type: 'nudged' }>;

/**
 * What is to be issued today, once and on working days alone. Waking late issues of each subject the latest that is due, and
 * records the rungs it overtook.
 */
export function dueNudges(
  review: CaseReview,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
  today: Day,
  clocks?: ToldClock[],
): SystemEvent[] {
  if (!calendar.isWorkingDay(today)) return [];
  const issued = new Set(review.nudged);
  return bySubject(plannedNudges(review, policy, calendar, today, clocks)).flatMap((planned) => {
    const due = planned.filter((it) => it.day <= today);
    const latest = due.at(-1);
    if (!latest || issued.has(latest.key)) return [];
    const from = due.findLastIndex((it) => issued.has(it.key));
    const passed = due.slice(from + 1, -1).flatMap((it) => it.about.step ?? []);
    return [asEvent(latest, passed, today)];
  });
}

/**
 * The next day after today on which something of the case falls due, is told or is missed; null where nothing will.
 * `clocks`: today's, where they have been told already.
 */
export function nextWakeDay(
  review: CaseReview,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
  today: Day,
  clocks: ToldClock[] = tellClocks(review, policy, calendar, today),
): Day | null {
  const issued = new Set(review.nudged);
  const days = bySubject(plannedNudges(review, policy, calendar, today, clocks)).flatMap((planned) => {
    const from = planned.findLastIndex((it) => issued.has(it.key));
    return planned.slice(from + 1).map((it) => (it.day <= today ? tomorrow(today, calendar) : it.day));
  });
  const turns = clocks
    .filter((clock) => clock.status === 'open' && clock.dueOn !== undefined)
    .map((clock) => addDays(clock.dueOn ?? today, 1))
    .filter((day) => day > today);
  return [...days, ...turns].sort()[0] ?? null;
}

/** A day of rest holds a message back to the next working day; beyond the listed holidays the case is looked at daily. */
function tomorrow(today: Day, calendar: WorkingCalendar): Day {
  try {
    return calendar.next(today);
  } catch (error) {
    if (error instanceof CalendarEnds) return addDays(today, 1);
    throw error;
  }
}

function bySubject(planned: PlannedNudge[]): PlannedNudge[][] {
  const subjects = new Map<string, PlannedNudge[]>();
  for (const nudge of planned) subjects.set(nudge.subject, [...(subjects.get(nudge.subject) ?? []), nudge]);
  return [...subjects.values()];
}

function asEvent(planned: PlannedNudge, passed: number[], on: Day): Nudged {
  const about = passed.length > 0 ? { ...planned.about, passed } : planned.about;
  return { type: 'nudged', on, key: planned.key, nudge: planned.nudge, about, to: planned.to };
}
