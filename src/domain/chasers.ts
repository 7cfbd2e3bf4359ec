import type { Day } from '../calendar/isoDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import { endOfPeriod } from './periods.ts';
import type { Period } from './settings.ts';

/** After so many an agency is not chased again: what more words would not bring, a person must. */
export const MOST_CHASERS = 5;
/** From which chaser on the responder's colleagues, and then the senior contact, are written to as well. */
export const HEARD_FROM = { deputies: 2, senior: 3 } as const;

/** One chaser: its number, and on which of the days on which one may go it goes (the first of them is turn 1). */
export interface Chaser {
  number: number;
  turn: number;
  day: Day;
}

export const chaserKey = (subject: string, dueOn: Day, { number, turn }: Pick<Chaser, 'number' | 'turn'>): string =>
  `${subject}/${dueOn}/chase-${number}${turn === number ? '' : `/turn-${turn}`}`;

/**
 * AMB-C4: the chasers that went and the next one, every so often after the due day. Numbered as they went, not as the calendar
 * would have had them: whoever slept through the first is still sent the first. Beyond the last stands the day on which
 * it is put on record that none was answered.
 */
export function chasersOf(
  due: { subject: string; dueOn: Day; every: Period; issued: readonly string[] },
  calendar: WorkingCalendar,
  today: Day,
): { chasers: Chaser[]; endsOn: Day | null } {
  const { subject, dueOn } = due;
  const start = `${subject}/${dueOn}/chase-`;
  const turns = due.issued.flatMap((key) => {
    const found = key.startsWith(start) ? /^(\d+)(?:\/turn-(\d+))?\/agency$/.exec(key.slice(start.length)) : null;
    return found === null ? [] : [Number(found[2] ?? found[1])];
  });
  const days = daysOfTurns(due, calendar, today, Math.max(0, ...turns) + 1);
  const gone = turns.slice(0, MOST_CHASERS).map((turn, at) => chaser(at + 1, turn, days));
  // The latest turn that has come, of those not yet taken; else the next to come.
  const come = days.findLastIndex((day) => day <= today) + 1;
  const turn = Math.max(come, Math.max(0, ...turns) + 1);
  const next = chaser(gone.length + 1, turn, days);
  return gone.length < MOST_CHASERS ? { chasers: [...gone, next], endsOn: null } : { chasers: gone, endsOn: next.day };
}

const chaser = (number: number, turn: number, days: Day[]): Chaser => ({ number, turn, day: days[turn - 1] ?? '' });

/** The days of the turns, up to the first after today and at least so many. */
function daysOfTurns(
  { dueOn, every }: { dueOn: Day; every: Period },
  calendar: WorkingCalendar,
  today: Day,
  least: number,
): Day[] {
  const days: Day[] = [];
  const step = { ...every, n: Math.max(1, every.n) };
  let day = calendar.onOrAfter(dueOn);
  do {
    day = calendar.onOrAfter(endOfPeriod(day, step, calendar));
    days.push(day);
  } while (day <= today || days.length < least);
  return days;
}
