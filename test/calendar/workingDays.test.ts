import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANK_HOLIDAYS } from '../../src/calendar/bankHolidays.ts';
import { addDays, addMonths, addWeeks, weekday } from '../../src/calendar/isoDate.ts';
import { CalendarEnds, workingCalendar } from '../../src/calendar/workingDays.ts';

const calendar = workingCalendar();
const covered = fc.integer({ min: 0, max: 1094 }).map((days) => addDays('2025-01-01', days));

describe('working days (procedures, section 7)', () => {
  it('counts over Easter 2026, from a Saturday, from a bank holiday and over the substitute days of Christmas 2027', () => {
    expect(calendar.add('2026-03-27', 5)).toBe('2026-04-07');
    expect(calendar.add('2026-06-13', 1)).toBe('2026-06-15');
    expect(calendar.add('2026-05-25', 2)).toBe('2026-05-27');
    expect(calendar.add('2027-12-23', 3)).toBe('2027-12-30');
  });

  it('reminds of six weeks that end on the spring bank holiday on the working day before', () => {
    expect(addWeeks('2026-04-13', 6)).toBe('2026-05-25');
    expect(calendar.previous('2026-05-25')).toBe('2026-05-22');
  });

  it('rolls a right that ends on a Sunday to the Monday (AMB-A4)', () => {
    expect(calendar.onOrAfter(addDays('2026-05-03', 28))).toBe('2026-06-01');
  });

  it.each([
    ['LLR.ack', 5, '2026-04-07'],
    ['LLR.threshold', 10, '2026-04-14'],
    ['LLR.outcome', 30, '2026-05-13'],
    ['LLR.appeal.window', 20, '2026-04-28'],
    ['LLR.appeal.handover', 1, '2026-03-30'],
    ['WAR.appeal.window', 28, '2026-05-11'],
    ['HER.ack', 2, '2026-03-31'],
    ['HER.not_met', 14, '2026-04-20'],
    ['HER.withdrawn', 10, '2026-04-14'],
    ['HER.appeal.heard', 15, '2026-04-21'],
    ['HER.appeal.threshold', 21, '2026-04-29'],
    ['STF.appeal.documents', 15, '2026-04-21'],
    ['STF.appeal.report', 25, '2026-05-06'],
    ['STF.appeal.response', 35, '2026-05-20'],
    ['SHR.draft', 2, '2026-03-31'],
    ['SHR.told', 7, '2026-04-09'],
    ['SHR.appeal.window', 20, '2026-04-28'],
  ])('gives %s from 27 March 2026, a week before Good Friday: %i working days end on %s', (_clock, count, due) => {
    expect(calendar.add('2026-03-27', count)).toBe(due);
  });
});

describe('the working days around a day', () => {
  it('keeps the day itself at nought', () => {
    expect(calendar.add('2026-04-04', 0)).toBe('2026-04-04');
    expect(calendar.subtract('2026-04-04', 0)).toBe('2026-04-04');
  });

  it('counts back over Easter 2026', () => {
    expect(calendar.subtract('2026-04-07', 3)).toBe('2026-03-31');
    expect(calendar.subtract('2026-04-06', 1)).toBe('2026-04-02');
    expect(calendar.previous('2026-04-07')).toBe('2026-04-02');
    expect(calendar.next('2026-04-02')).toBe('2026-04-07');
  });

  it('finds the working day on or after, and on or before', () => {
    expect(calendar.onOrAfter('2026-12-25')).toBe('2026-12-29');
    expect(calendar.onOrAfter('2026-12-29')).toBe('2026-12-29');
    expect(calendar.onOrBefore('2026-12-28')).toBe('2026-12-24');
    expect(calendar.onOrBefore('2026-12-24')).toBe('2026-12-24');
  });

  it('counts those between two days, after the first and up to the second', () => {
    expect(calendar.between('2026-03-27', '2026-04-07')).toBe(5);
    expect(calendar.between('2026-04-07', '2026-03-27')).toBe(-5);
    expect(calendar.between('2026-04-03', '2026-04-06')).toBe(0);
  });

  it('says why a day is not worked, with the holiday by name', () => {
    expect(calendar.why('2026-04-03')).toEqual({ holiday: 'Good Friday' });
    expect(calendar.why('2026-12-28')).toEqual({ holiday: 'Boxing Day (substitute day)' });
    expect(calendar.why('2026-04-04')).toBe('weekend');
    expect(calendar.why('2026-04-02')).toBe('working');
  });
});

describe('what a council can change (AMB-A1)', () => {
  it('leaves out the days that the council lists as closed', () => {
    const closed = workingCalendar({ extraClosures: ['2026-12-29', '2026-12-30'] });
    expect(closed.add('2026-12-24', 1)).toBe('2026-12-31');
    expect(closed.why('2026-12-29')).toBe('closure');
    expect(calendar.add('2026-12-24', 1)).toBe('2026-12-29');
  });

  it('works the week that the council works', () => {
    const tuesdayToSaturday = workingCalendar({ week: ['tue', 'wed', 'thu', 'fri', 'sat'] });
    expect(tuesdayToSaturday.add('2026-06-12', 1)).toBe('2026-06-13');
    expect(tuesdayToSaturday.add('2026-06-13', 1)).toBe('2026-06-16');
  });

  it('takes a holiday proclaimed later', () => {
    const proclaimed = workingCalendar({
      holidays: [...BANK_HOLIDAYS, { day: '2026-06-15', name: 'A day of celebration' }],
    });
    expect(proclaimed.add('2026-06-12', 1)).toBe('2026-06-16');
    expect(proclaimed.why('2026-06-15')).toEqual({ holiday: 'A day of celebration' });
  });

  it('will not be made without days that are worked, without holidays, or with a day that does not exist', () => {
    expect(() => workingCalendar({ week: [] })).toThrow(RangeError);
    expect(() => workingCalendar({ holidays: [] })).toThrow(RangeError);
    expect(() => workingCalendar({ extraClosures: ['2026-02-30'] })).toThrow(RangeError);
  });
});

describe('the end of the listed years', () => {
  it('covers 2025 to 2035 and says so', () => {
    expect([calendar.firstCovered, calendar.lastCovered]).toEqual(['2025-01-01', '2035-12-31']);
    expect(calendar.add('2035-12-28', 1)).toBe('2035-12-31');
  });

  it('refuses rather than guesses beyond 31 December 2035 and before 1 January 2025', () => {
    const asks = [
      () => calendar.add('2035-12-31', 1),
      () => calendar.add('2035-12-20', 20),
      () => calendar.add('2036-01-03', 0),
      () => calendar.isWorkingDay('2036-01-01'),
      () => calendar.isWorkingDay('2024-12-31'),
      () => calendar.why('2036-01-01'),
      () => calendar.subtract('2025-01-02', 1),
      () => calendar.previous('2025-01-01'),
      () => calendar.onOrBefore('2025-01-01'),
      () => calendar.between('2035-12-01', '2036-02-01'),
    ];
    for (const ask of asks) expect(ask).toThrow(CalendarEnds);
    expect(() => calendar.next('2035-12-31')).toThrow(
      'Working days can only be counted from Wed 1 January 2025 to Mon 31 December 2035',
    );
  });

  it('takes what is not a day, or not a whole count, for a fault', () => {
    expect(() => calendar.add('2026-02-30', 1)).toThrow(RangeError);
    expect(() => calendar.add('2026-02-27', -1)).toThrow(RangeError);
    expect(() => calendar.add('2026-02-27', 1.5)).toThrow(RangeError);
  });
});

describe('properties of working days', () => {
  const count = fc.integer({ min: 1, max: 60 });
  const early = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-01-01', days));

  it('agrees with counting day by day', () => {
    const holidays = new Set(BANK_HOLIDAYS.map((it) => it.day));
    fc.assert(
      fc.property(early, count, (from, wanted) => {
        let day = from;
        for (let left = wanted; left > 0;) {
          day = addDays(day, 1);
          if (!holidays.has(day) && weekday(day) !== 'sat' && weekday(day) !== 'sun') left -= 1;
        }
        expect(calendar.add(from, wanted)).toBe(day);
      }),
    );
  });

  it('ends on a working day, and counting back from it returns to the working day at or before the start', () => {
    fc.assert(
      fc.property(early, count, (from, wanted) => {
        fc.pre(from > '2025-01-02');
        const due = calendar.add(from, wanted);
        expect(calendar.isWorkingDay(due)).toBe(true);
        expect(calendar.between(from, due)).toBe(wanted);
        expect(calendar.subtract(due, wanted)).toBe(calendar.onOrBefore(from));
      }),
    );
  });

  it('a holiday more never makes a period end earlier', () => {
    fc.assert(
      fc.property(early, count, covered, (from, wanted, holiday) => {
        const more = workingCalendar({ holidays: [...BANK_HOLIDAYS, { day: holiday, name: 'One more' }] });
        expect(more.add(from, wanted) >= calendar.add(from, wanted)).toBe(true);
      }),
    );
  });

  it('takes twenty working days to more than twenty-five days and at most two months', () => {
    fc.assert(
      fc.property(early, (from) => {
        expect(calendar.add(from, 20) > addDays(from, 25)).toBe(true);
        expect(calendar.add(from, 20) <= addMonths(from, 2)).toBe(true);
      }),
    );
  });
});
