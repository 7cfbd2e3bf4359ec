import type { BankHoliday } from './bankHolidays.ts';
import { BANK_HOLIDAYS, LAST_PROCLAIMED } from './bankHolidays.ts';
import { CalendarEnds } from './calendarEnds.ts';
import { dayNumber } from './dayNumber.ts';
import type { Day, Weekday } from './isoDate.ts';
import { isDay, weekday } from './isoDate.ts';
import type { WorkingDayTable } from './workingDayTable.ts';
import { workingDayTable } from './workingDayTable.ts';

export { CalendarEnds } from './calendarEnds.ts';

export interface CalendarOptions {
  /** The days that are worked; Monday to Friday where it is left out (AMB-A1). */
  week?: readonly Weekday[];
  /** Days the council lists as closed; they do not count. */
  extraClosures?: readonly Day[];
  /** England and Wales where it is left out. The first and last year named are the years covered, all taken as proclaimed. */
  holidays?: readonly BankHoliday[];
}

export type DayReason = 'working' | 'weekend' | 'closure' | { holiday: string };

/** Every answer beyond the covered years is a thrown `CalendarEnds`; what is not a day is a RangeError. */
export interface WorkingCalendar {
  readonly firstCovered: Day;
  readonly lastCovered: Day;
  /** Up to here bank holidays are proclaimed; what rests on a later day is provisional. */
  readonly lastProclaimed: Day;
  isWorkingDay(day: Day): boolean;
  /** `wd(day, n)`: the n-th working day after the day, which is itself day 0; n = 0 gives the day back. */
  add(day: Day, workingDays: number): Day;
  /** The n-th working day before the day; n = 0 gives the day back. */
  subtract(day: Day, workingDays: number): Day;
  /** First working day strictly after. */
  next(day: Day): Day;
  /** Last working day strictly before. */
  previous(day: Day): Day;
  onOrAfter(day: Day): Day;
  onOrBefore(day: Day): Day;
  /** Working days after `from` up to and with `to`; negative where `to` is the earlier. */
  between(from: Day, to: Day): number;
  why(day: Day): DayReason;
}

/** Working days by table: the rank of every covered day, and the list of working days the ranks point into. */
export function workingCalendar(options: CalendarOptions = {}): WorkingCalendar {
  const holidays = options.holidays ?? BANK_HOLIDAYS;
  const named = new Map(holidays.map((holiday) => [holiday.day, holiday.name]));
  const worked = new Set<Weekday>(options.week ?? ['mon', 'tue', 'wed', 'thu', 'fri']);
  const closures = new Set(options.extraClosures ?? []);
  for (const day of [...named.keys(), ...closures])
    if (!isDay(day)) throw new RangeError('A holiday or closure is not a day.');
  if (worked.size === 0 || named.size === 0)
    throw new RangeError('A calendar needs days that are worked and listed holidays.');

  const why = (day: Day): DayReason => {
    const holiday = named.get(day);
    if (holiday !== undefined) return { holiday };
    if (!worked.has(weekday(day))) return 'weekend';
    return closures.has(day) ? 'closure' : 'working';
  };
  const years = [...named.keys()].map((day) => day.slice(0, 4)).sort();
  const table = workingDayTable(`${years[0]}-01-01`, `${years.at(-1)}-12-31`, (day) => why(day) === 'working');
  return onTable(table, options.holidays === undefined ? LAST_PROCLAIMED : table.lastCovered, why);
}

function onTable(table: WorkingDayTable, lastProclaimed: Day, why: (day: Day) => DayReason): WorkingCalendar {
  const { ranks, worked, firstNumber, firstCovered, lastCovered } = table;
  const at = (day: Day): number => {
    const number = dayNumber(day);
    if (number < 0) throw new RangeError('Not a day of the years 2000 to 2099, YYYY-MM-DD.');
    const index = number - firstNumber;
    if (index < 0 || index + 1 >= ranks.length) throw new CalendarEnds(firstCovered, lastCovered);
    return index;
  };
  const nth = (index: number): Day => {
    const day = worked[index];
    if (day === undefined) throw new CalendarEnds(firstCovered, lastCovered);
    return day;
  };
  const before = (day: Day): number => ranks[at(day)] as number;
  const upTo = (day: Day): number => ranks[at(day) + 1] as number;
  const add = (day: Day, count: number): Day => {
    counted(count);
    const reached = upTo(day);
    return count === 0 ? day : nth(reached + count - 1);
  };
  const subtract = (day: Day, count: number): Day => {
    counted(count);
    const passed = before(day);
    return count === 0 ? day : nth(passed - count);
  };
  return {
    firstCovered,
    lastCovered,
    lastProclaimed,
    isWorkingDay: (day) => before(day) !== upTo(day),
    add,
    subtract,
    next: (day) => add(day, 1),
    previous: (day) => subtract(day, 1),
    onOrAfter: (day) => nth(before(day)),
    onOrBefore: (day) => nth(upTo(day) - 1),
    between: (from, to) => upTo(to) - upTo(from),
    why: (day) => (at(day), why(day)),
  };
}

function counted(count: number): void {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('Working days are counted in whole numbers from 0.');
}
