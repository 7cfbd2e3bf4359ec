import type { Day } from './isoDate.ts';

const CUMULATIVE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const ZERO = 48;
const HYPHEN = 45;

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** How many days a month has; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1 January 2000 (day 0) of a year, month and date that exist, 2000 to 2099. */
export function numberOfDate(year: number, month: number, date: number): number {
  const years = year - 2000;
  // Every fourth year from 2000 is a leap year until 2100, which lies beyond the days we accept.
  const before = years * 365 + ((years + 3) >> 2);
  const leapDay = month > 2 && (years & 3) === 0 ? 1 : 0;
  return before + (CUMULATIVE[month - 1] as number) + leapDay + date - 1;
}

/** Days since 1 January 2000, or -1 where the text is not a day of 2000 to 2099. Reads character codes: this is the hot path. */
export function dayNumber(day: string): number {
  if (day.length !== 10 || day.charCodeAt(4) !== HYPHEN || day.charCodeAt(7) !== HYPHEN) return -1;
  if (day.charCodeAt(0) !== ZERO + 2 || day.charCodeAt(1) !== ZERO) return -1;
  const year = twoDigits(day, 2);
  const month = twoDigits(day, 5);
  const date = twoDigits(day, 8);
  if (year < 0 || month < 1 || month > 12 || date < 1 || date > daysInMonth(2000 + year, month)) return -1;
  return numberOfDate(2000 + year, month, date);
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const units = text.charCodeAt(at + 1) - ZERO;
  return tens < 0 || tens > 9 || units < 0 || units > 9 ? -1 : tens * 10 + units;
}

/** The day of a day number. Throws a RangeError outside 2000 to 2099. */
export function dayOfNumber(number: number): Day {
  const at = new Date(Date.UTC(2000, 0, 1 + number));
  const year = at.getUTCFullYear();
  if (!(year >= 2000 && year <= 2099)) throw new RangeError('A day outside the years 2000 to 2099.');
  return dayOf(year, at.getUTCMonth() + 1, at.getUTCDate());
}

/** The text of a year, month and date that exist. */
export function dayOf(year: number, month: number, date: number): Day {
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}
