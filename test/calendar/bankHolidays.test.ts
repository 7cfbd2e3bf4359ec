import { describe, expect, it } from 'vitest';
import { BANK_HOLIDAYS, LAST_PROCLAIMED, PROCLAIMED } from '../../src/calendar/bankHolidays.ts';
import { holidaysByRule } from '../../src/calendar/holidaysByRule.ts';
import { addDays, addWeeks, weekday } from '../../src/calendar/isoDate.ts';
import { restingOn } from '../../src/calendar/restingOn.ts';
import { workingCalendar, type WorkingCalendar } from '../../src/calendar/workingDays.ts';

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

  it('names every one, is proclaimed to the end of 2027 and goes on by rule to the end of 2035', () => {
    expect(BANK_HOLIDAYS.filter((it) => it.name === '')).toEqual([]);
    expect(PROCLAIMED.at(-1)?.day).toBe('2027-12-28');
    expect(LAST_PROCLAIMED).toBe('2027-12-31');
    expect(BANK_HOLIDAYS.at(-1)?.day).toBe('2035-12-26');
    expect(BANK_HOLIDAYS.filter(({ day }) => day <= LAST_PROCLAIMED)).toEqual(PROCLAIMED);
  });
});

describe('the bank holidays by rule', () => {
  const days = (year: number): string[] => holidaysByRule(year).map(({ day }) => day.slice(5));

  it.each([2025, 2026, 2027])('are those proclaimed for %i, by day and by name', (year) => {
    expect(holidaysByRule(year)).toEqual(PROCLAIMED.filter(({ day }) => day.startsWith(`${year}-`)));
  });

  // As published on gov.uk, less what only a proclamation could tell: days added, and days moved for an occasion.
  it.each([
    [2019, ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26']],
    [2020, ['01-01', '04-10', '04-13', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2021, ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28']],
    [2022, ['01-03', '04-15', '04-18', '05-02', '05-30', '08-29', '12-26', '12-27']],
    [2023, ['01-02', '04-07', '04-10', '05-01', '05-29', '08-28', '12-25', '12-26']],
    [2024, ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26']],
  ])('are those of %i', (year, published) => {
    expect(days(year)).toEqual(published);
  });

  it('where Christmas Day is a Sunday Boxing Day stands and Christmas Day is made up for on the Tuesday', () => {
    expect(holidaysByRule(2033).slice(-2)).toEqual([
      { day: '2033-12-26', name: 'Boxing Day' },
      { day: '2033-12-27', name: 'Christmas Day (substitute day)' },
    ]);
    expect(holidaysByRule(2028)[0]).toEqual({ day: '2028-01-03', name: 'New Year’s Day (substitute day)' });
  });

  it.each([2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035])(
    'are eight in %i, in order, none at a weekend, Easter as by the other road',
    (year) => {
      const all = holidaysByRule(year).map(({ day }) => day);
      expect(all).toHaveLength(8);
      expect(all.toSorted()).toEqual(all);
      expect(all.filter((day) => ['sat', 'sun'].includes(weekday(day)))).toEqual([]);
      expect(all.slice(1, 3)).toEqual([addDays(easter(year), -2), addDays(easter(year), 1)]);
    },
  );
});

describe('an answer that rests on days not proclaimed yet', () => {
  const calendar = workingCalendar();
  const rested = (ask: (watched: WorkingCalendar) => unknown): boolean => {
    const watched = restingOn(calendar);
    ask(watched.calendar);
    return watched.rested();
  };
  it.each<[string, (it: WorkingCalendar) => unknown, boolean]>([
    ['to Fri 31 December 2027', (it) => it.add('2027-12-24', 3), false],
    ['to Tue 4 January 2028', (it) => it.add('2027-12-24', 4), true],
    ['back from Mon 3 January 2028 into December', (it) => it.subtract('2028-01-03', 1), true],
    ['back from Fri 31 December 2027', (it) => it.subtract('2027-12-31', 2), false],
    ['the day itself, nothing counted', (it) => [it.add('2028-06-01', 0), it.subtract('2028-06-01', 0)], false],
    ['on or after Sat 1 January 2028', (it) => it.onOrAfter('2028-01-01'), true],
    ['on or before Sat 1 January 2028', (it) => it.onOrBefore('2028-01-01'), true],
    ['whether Sat 1 January 2028 is worked', (it) => it.isWorkingDay('2028-01-01'), true],
  ])('%s', (_what, ask, provisional) => {
    expect(rested(ask)).toBe(provisional);
  });
  it('goes as far as the end of 2035 and is refused beyond', () => {
    expect(calendar.onOrBefore('2035-12-31')).toBe('2035-12-31');
    expect(() => calendar.isWorkingDay('2036-01-01')).toThrow('to Mon 31 December 2035');
  });
});
