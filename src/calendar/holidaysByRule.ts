import type { BankHoliday } from './bankHolidays.ts';
import { addDays, weekday, type Day } from './isoDate.ts';

/**
 * The bank holidays that a year has by rule: Banking and Financial Dealings Act 1971, Schedule 1, with Good Friday and
 * Christmas Day by common law, New Year’s Day and the early May Monday as proclaimed each year, and the substitute days of
 * those that fall on a weekend. In order of days. One-off holidays and moved ones are known only when proclaimed.
 */
export function holidaysByRule(year: number): BankHoliday[] {
  const easterSunday = easter(year);
  return [
    onWeekday(`${year}-01-01`, 'New Year’s Day'),
    { day: addDays(easterSunday, -2), name: 'Good Friday' },
    { day: addDays(easterSunday, 1), name: 'Easter Monday' },
    { day: mondayFrom(`${year}-05-01`), name: 'Early May bank holiday' },
    { day: mondayFrom(`${year}-05-25`), name: 'Spring bank holiday' },
    { day: mondayFrom(`${year}-08-25`), name: 'Summer bank holiday' },
    ...christmas(year),
  ];
}

/** A Saturday or Sunday gives way to the next Monday. */
function onWeekday(day: Day, name: string): BankHoliday {
  const off = weekday(day) === 'sat' ? 2 : weekday(day) === 'sun' ? 1 : 0;
  return off === 0 ? { day, name } : { day: addDays(day, off), name: `${name} (substitute day)` };
}

/** Two days side by side: where Christmas Day is a Sunday its substitute comes after Boxing Day, on the Tuesday. */
function christmas(year: number): BankHoliday[] {
  const [first, second] = [`${year}-12-25`, `${year}-12-26`];
  const day = { day: first, name: 'Christmas Day' };
  const boxing = { day: second, name: 'Boxing Day' };
  const instead = (date: string, name: string): BankHoliday => ({
    day: `${year}-12-${date}`,
    name: `${name} (substitute day)`,
  });
  switch (weekday(first)) {
    case 'fri':
      return [day, instead('28', 'Boxing Day')];
    case 'sat':
      return [instead('27', 'Christmas Day'), instead('28', 'Boxing Day')];
    case 'sun':
      return [boxing, instead('27', 'Christmas Day')];
    default:
      return [day, boxing];
  }
}

const mondayFrom = (day: Day): Day => (weekday(day) === 'mon' ? day : mondayFrom(addDays(day, 1)));

/** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-0${Math.floor(f / 31)}-${String((f % 31) + 1).padStart(2, '0')}`;
}
