import { dayNumber } from './dayNumber.ts';
import type { Day } from './isoDate.ts';

// Day 0 of the day numbers, 1 January 2000, was a Saturday.
const WEEKDAYS = ['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** "Wed 9 September 2026". Throws a RangeError for what is not a day. */
export const formatDay = (day: Day): string => `${words(day, MONTHS)} ${day.slice(0, 4)}`;

/** "Wed 9 Sept", where the year is plain from its place. */
export const formatDayShort = (day: Day): string => words(day, SHORT_MONTHS);

function words(day: Day, months: readonly string[]): string {
  const number = dayNumber(day);
  if (number < 0) throw new RangeError('Not a day of the years 2000 to 2099, YYYY-MM-DD.');
  return `${WEEKDAYS[number % 7]} ${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}`;
}
