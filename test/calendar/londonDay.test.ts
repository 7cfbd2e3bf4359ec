import { describe, expect, it } from 'vitest';
import { londonDay } from '../../src/calendar/londonDay.ts';

describe('the day in London (AMB-A10)', () => {
  it('is the UTC day in winter', () => {
    expect(londonDay(new Date('2026-01-15T23:59:59Z'))).toBe('2026-01-15');
    expect(londonDay(new Date('2026-01-16T00:00:00Z'))).toBe('2026-01-16');
  });

  it('begins an hour before the UTC day in summer', () => {
    expect(londonDay(new Date('2026-06-30T22:59:59Z'))).toBe('2026-06-30');
    expect(londonDay(new Date('2026-06-30T23:00:00Z'))).toBe('2026-07-01');
  });

  it('keeps the days on which the clocks change whole', () => {
    expect(londonDay(new Date('2026-03-29T00:00:00Z'))).toBe('2026-03-29');
    expect(londonDay(new Date('2026-03-29T22:59:59Z'))).toBe('2026-03-29');
    expect(londonDay(new Date('2026-03-29T23:00:00Z'))).toBe('2026-03-30');
    expect(londonDay(new Date('2026-10-24T23:00:00Z'))).toBe('2026-10-25');
    expect(londonDay(new Date('2026-10-25T23:59:59Z'))).toBe('2026-10-25');
    expect(londonDay(new Date('2026-10-26T00:00:00Z'))).toBe('2026-10-26');
  });

  it('throws for a date that is none', () => {
    expect(() => londonDay(new Date('nonsense'))).toThrow(RangeError);
  });
});
