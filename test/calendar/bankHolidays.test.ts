import { describe, expect, it } from 'vitest';
import { BANK_HOLIDAYS } from '../../src/calendar/bankHolidays.ts';
import { addDays, addWeeks, weekday } from '../../src/calendar/isoDate.ts';

/** Easter Sunday by the Gregorian computus, so that the list is checked by another road. */
function easter(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30;
  const full = moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
  const sunday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  const shift = full - sunday;
  const month = 3 + Math.floor((shift + 40) / 44);
  const date = shift + 28 - 31 * Math.floor(month / 4);
  return `${year}-0${month}-${String(date).padStart(2, '0')}`;
}
const mondayFrom = (day: string): string => (weekday(day) === 'mon' ? day : mondayFrom(addDays(day, 1)));

describe('the bank holidays of England and Wales', () => {
  it.each([2025, 2026, 2027])('lists the eight of %i in order, none at a weekend', (year) => {
    const days = BANK_HOLIDAYS.filter((it) => it.day.startsWith(`${year}-`)).map((it) => it.day);
    expect(days).toHaveLength(8);
    expect([...days].sort()).toEqual(days);
    expect(days.filter((day) => ['sat', 'sun'].includes(weekday(day)))).toEqual([]);
    expect(days.slice(1, 3)).toEqual([addDays(easter(year), -2), addDays(easter(year), 1)]);
    expect(days.slice(3, 6)).toEqual([
      mondayFrom(`${year}-05-01`),
      mondayFrom(`${year}-05-25`),
      mondayFrom(`${year}-08-25`),
    ]);
    expect(addWeeks(days[3] ?? '', 3) <= (days[4] ?? '')).toBe(true);
  });

  it('names every one, and ends with 2027', () => {
    expect(BANK_HOLIDAYS.filter((it) => it.name === '')).toEqual([]);
    expect(BANK_HOLIDAYS.at(-1)?.day).toBe('2027-12-28');
  });
});
