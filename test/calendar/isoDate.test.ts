import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addWeeks,
  beginningWith,
  daysBetween,
  DaySchema,
  earlier,
  formatDay,
  formatDayShort,
  isDay,
  later,
  weekday,
} from '../../src/calendar/isoDate.ts';

const anyDay = fc.integer({ min: 0, max: 35_000 }).map((days) => addDays('2000-01-01', days));

describe('arithmetic of calendar days (procedures, section 7)', () => {
  it('adds months to the original day and clamps to the last day of the month (AMB-A5)', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2025-08-31', 6)).toBe('2026-02-28');
    expect(addMonths('2026-07-01', 1)).toBe('2026-08-01');
    expect(addMonths('2026-08-31', -6)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15');
  });

  it('ends "n months beginning with" a day on the day before the corresponding day (AMB-A6, STAT-5)', () => {
    expect(beginningWith('2026-07-01', 1)).toBe('2026-07-31');
    expect(beginningWith('2026-01-31', 1)).toBe('2026-02-28');
    expect(beginningWith('2026-01-15', 6)).toBe('2026-07-14');
    expect(beginningWith('2026-02-28', 1)).toBe('2026-03-27');
    expect(beginningWith('2026-08-31', 6)).toBe('2027-02-28');
    expect(beginningWith('2025-12-01', 1)).toBe('2025-12-31');
  });

  it('counts thirty days from the day after (AMB-B4)', () => {
    expect(addDays('2026-07-01', 30)).toBe('2026-07-31');
    expect(addDays('2026-01-31', 30)).toBe('2026-03-02');
    expect(addDays('2026-05-03', 28)).toBe('2026-05-31');
  });

  it('adds weeks, bank holiday or not', () => {
    expect(addWeeks('2026-04-13', 6)).toBe('2026-05-25');
    expect(addWeeks('2026-03-27', 6)).toBe('2026-05-08');
  });

  it('gives the calendar periods of the clock register from 27 March 2026', () => {
    expect(addDays('2026-03-27', 21)).toBe('2026-04-17');
    expect(addMonths('2026-03-27', 2)).toBe('2026-05-27');
    expect(addMonths('2026-03-27', 3)).toBe('2026-06-27');
    expect(addDays('2026-03-27', 28)).toBe('2026-04-24');
  });

  it('gives the ladder of HER-10 for an action due on 12 June 2026', () => {
    expect(addDays(addDays('2026-06-12', 21), 1)).toBe('2026-07-04');
    expect(addDays(addMonths('2026-06-12', 2), 1)).toBe('2026-08-13');
    expect(addDays(addMonths('2026-06-12', 3), 1)).toBe('2026-09-13');
  });

  it('never ends the statutory month after thirty days with the day itself not counted, from any day of 2025 to 2027', () => {
    const shorter = { of: 0, equal: 0, longer: 0 };
    for (let day = '2025-01-01'; day <= '2027-12-31'; day = addDays(day, 1)) {
      const thirty = addDays(day, 30);
      expect(thirty >= beginningWith(day, 1)).toBe(true);
      shorter[thirty < addMonths(day, 1) ? 'of' : thirty === addMonths(day, 1) ? 'equal' : 'longer'] += 1;
    }
    expect(shorter).toEqual({ of: 630, equal: 375, longer: 90 });
  });
});

describe('a day and its words', () => {
  it('says weekday, date, month and year', () => {
    expect(formatDay('2026-09-09')).toBe('Wed 9 September 2026');
    expect(formatDay('2028-02-29')).toBe('Tue 29 February 2028');
    expect(formatDayShort('2026-09-09')).toBe('Wed 9 Sept');
    expect(formatDayShort('2026-05-25')).toBe('Mon 25 May');
    expect(weekday('2026-12-25')).toBe('fri');
  });

  it('knows which days exist', () => {
    for (const day of ['2024-02-29', '2000-02-29', '2026-12-31', '2099-12-31']) expect(isDay(day)).toBe(true);
    const none = [
      '2026-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-1-01',
      '26-01-01',
      '1999-12-31',
      '',
      '2026-01-1x',
    ];
    for (const day of none) expect(isDay(day)).toBe(false);
    expect(DaySchema.safeParse('2026-02-30').success).toBe(false);
    expect(DaySchema.safeParse('2026-02-28').success).toBe(true);
  });

  it('throws for what is not a day, and for days beyond 2099', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addMonths('yesterday', 1)).toThrow(RangeError);
    expect(() => addDays('2099-12-31', 1)).toThrow(RangeError);
    expect(() => addMonths('2000-01-31', -1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
    expect(() => formatDay('2026-02-30')).toThrow(RangeError);
  });

  it('chooses the earlier and the later of two', () => {
    expect(earlier('2026-04-24', '2026-04-27')).toBe('2026-04-24');
    expect(later('2026-04-24', '2026-04-27')).toBe('2026-04-27');
  });
});

describe('properties of calendar days', () => {
  it('adding and counting back agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -200, max: 200 }), (day, count) => {
        fc.pre(isDay(day) && daysBetween('2000-01-01', day) + count >= 0);
        const moved = addDays(day, count);
        expect(daysBetween(day, moved)).toBe(count);
        expect(addDays(moved, -count)).toBe(day);
      }),
    );
  });

  it('agrees with the UTC calendar of the language', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (day, count) => {
        const at = new Date(`${day}T00:00:00Z`);
        at.setUTCDate(at.getUTCDate() + count);
        expect(addDays(day, count)).toBe(at.toISOString().slice(0, 10));
        expect(weekday(day)).toBe(
          new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })
            .format(new Date(`${day}T00:00:00Z`))
            .toLowerCase(),
        );
      }),
    );
  });

  it('a month on keeps the date or takes the last day of the month, and beginning-with ends no later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 24 }), (day, months) => {
        const on = addMonths(day, months);
        const lastOfMonth = addDays(on, 1).slice(8) === '01';
        expect(on.slice(8) === day.slice(8) || lastOfMonth).toBe(true);
        expect(beginningWith(day, months) <= on).toBe(true);
        expect(daysBetween(beginningWith(day, months), on)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
