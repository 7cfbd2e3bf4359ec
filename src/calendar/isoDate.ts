import { z } from 'zod/v4';
import { dayNumber, dayOf, dayOfNumber, daysInMonth } from './dayNumber.ts';

export { formatDay, formatDayShort } from './formatDay.ts';
export { londonDay } from './londonDay.ts';

/** A day in Europe/London, `YYYY-MM-DD`. Never an instant. */
export type Day = string;

/** Accepts only days that exist, between 2000 and 2099. */
export const DaySchema = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'must be a day, YYYY-MM-DD', abort: true })
  .refine((day) => isDay(day), 'is a day that does not exist');

export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Is the text a day that exists, between 2000 and 2099? */
export const isDay = (text: string): boolean => dayNumber(text) >= 0;

/** `cd(day, n)`: n calendar days on, or back where n is negative. Throws a RangeError for what is not a day. */
export const addDays = (day: Day, days: number): Day => dayOfNumber(numbered(day) + whole(days));

/** `wk(day, n)`: 7n calendar days on. */
export const addWeeks = (day: Day, weeks: number): Day => addDays(day, 7 * weeks);

/** `mo(day, n)`: the same day of the month n months on (back where negative), or that month's last day (AMB-A5). */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = monthOn(day, months);
  return dayOf(year, month, Math.min(date, daysInMonth(year, month)));
}

/**
 * `bw(day, n)`: the last day of "n months beginning with" the day, which itself counts. The day before the corresponding day,
 * or the month's last day where no day corresponds.
 */
export function beginningWith(day: Day, months: number): Day {
  const { year, month, date } = monthOn(day, months);
  const last = daysInMonth(year, month);
  return date > last ? dayOf(year, month, last) : addDays(dayOf(year, month, date), -1);
}

/** 'mon' to 'sun'. */
// Day 0, 1 January 2000, was a Saturday.
export const weekday = (day: Day): Weekday => WEEKDAYS[(numbered(day) + 6) % 7] as Weekday;

/** Calendar days from `from` to `to`; negative where `to` is the earlier. */
export const daysBetween = (from: Day, to: Day): number => numbered(to) - numbered(from);

export const earlier = (one: Day, other: Day): Day => (one <= other ? one : other);
export const later = (one: Day, other: Day): Day => (one >= other ? one : other);

function monthOn(day: Day, months: number): { year: number; month: number; date: number } {
  numbered(day);
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + whole(months);
  const year = Math.floor(total / 12);
  if (year < 2000 || year > 2099) throw new RangeError('A day outside the years 2000 to 2099.');
  return { year, month: (total % 12) + 1, date: Number(day.slice(8)) };
}

function numbered(day: Day): number {
  const number = dayNumber(day);
  if (number < 0) throw new RangeError('Not a day of the years 2000 to 2099, YYYY-MM-DD.');
  return number;
}

function whole(count: number): number {
  if (!Number.isInteger(count)) throw new RangeError('Days, weeks and months are counted in whole numbers.');
  return count;
}
