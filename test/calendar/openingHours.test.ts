import { describe, expect, it } from 'vitest';
import { nextOpening } from '../../src/calendar/openingHours.ts';
import { workingCalendar } from '../../src/calendar/workingDays.ts';

const HOURS = { from: '08:30', to: '17:30' };
const calendar = workingCalendar();
/** When people are written to at an instant; `now` within the hours. */
const at = (instant: string, on = calendar): string =>
  nextOpening(new Date(instant), HOURS, on)?.toISOString().slice(0, 16) ?? 'now';

describe('people are written to from 08:30 to 17:30 on working days', () => {
  it('at 08:29 in a minute, at 08:30 now (Wed 9 September 2026, summer time)', () => {
    expect(at('2026-09-09T07:29:59Z')).toBe('2026-09-09T07:30');
    expect(at('2026-09-09T07:30:00Z')).toBe('now');
  });
  it('at 17:30 still now, at 17:31 the next morning', () => {
    expect(at('2026-09-09T16:30:59Z')).toBe('now');
    expect(at('2026-09-09T16:31:00Z')).toBe('2026-09-10T07:30');
  });
  it('just after midnight, when days turn, the same morning', () => {
    expect(at('2026-09-08T23:00:20Z')).toBe('2026-09-09T07:30');
  });
  it('from Friday evening on Monday, and all through the weekend', () => {
    for (const instant of ['2026-09-11T16:31:00Z', '2026-09-12T11:00:00Z', '2026-09-13T22:59:00Z'])
      expect(at(instant)).toBe('2026-09-14T07:30');
  });
  it('from the eve of a bank holiday after it: Christmas Eve 2026 to Tue 29 December', () => {
    expect(at('2026-12-24T17:31:00Z')).toBe('2026-12-29T08:30');
    expect(at('2026-12-25T12:00:00Z')).toBe('2026-12-29T08:30');
  });
  it('over the end of summer time, by the clock on the wall (Fri 23 to Mon 26 October 2026)', () => {
    expect(at('2026-10-23T16:31:00Z')).toBe('2026-10-26T08:30');
    expect(at('2026-10-26T08:29:00Z')).toBe('2026-10-26T08:30');
    expect(at('2026-10-26T08:30:00Z')).toBe('now');
    expect(at('2026-10-26T17:30:00Z')).toBe('now');
  });
  it('over the beginning of summer time (Fri 27 to Mon 30 March 2026)', () => {
    expect(at('2026-03-27T17:31:00Z')).toBe('2026-03-30T07:30');
    expect(at('2026-03-30T07:30:00Z')).toBe('now');
  });
  it('also on the Sundays on which the clocks change, where a council works on Sundays', () => {
    const everyDay = workingCalendar({ week: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] });
    expect(at('2026-10-24T16:31:00Z', everyDay)).toBe('2026-10-25T08:30');
    expect(at('2026-03-28T17:31:00Z', everyDay)).toBe('2026-03-29T07:30');
  });
  it('not on a day that the council lists as closed', () => {
    const closed = workingCalendar({ extraClosures: ['2026-12-29'] });
    expect(at('2026-12-24T17:31:00Z', closed)).toBe('2026-12-30T08:30');
  });
  it('waits for no list of bank holidays that ends: beyond it Monday to Friday is taken for worked', () => {
    const last = Number(calendar.lastCovered.slice(0, 4));
    expect(nextOpening(new Date(`${last + 1}-06-15T22:00:00Z`), HOURS, calendar)).not.toBeNull();
  });
});
