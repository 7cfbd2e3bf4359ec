import { describe, expect, it } from 'vitest';
import { workingCalendar } from '../../src/calendar/workingDays.ts';
import { clockTone, dueWords } from '../../src/cards/words.ts';

const calendar = workingCalendar();

describe('dates in words and colour', () => {
  it('says how many working days are left, over Easter 2026', () => {
    expect(dueWords('2026-04-07', { today: '2026-04-02', calendar })).toEqual({
      words: 'Tue 7 April 2026 (1 working day left)',
      colour: 'Warning',
    });
  });
  it('says today', () => {
    expect(dueWords('2026-09-09', { today: '2026-09-09', calendar }).words).toBe('Wed 9 September 2026 (due today)');
  });
  it('says overdue in words and in colour', () => {
    expect(dueWords('2026-09-09', { today: '2026-09-14', calendar })).toEqual({
      words: 'Wed 9 September 2026 (3 working days overdue)',
      colour: 'Attention',
    });
  });
  it('counts over a weekend: due on Friday, read on Saturday', () => {
    expect(dueWords('2026-09-11', { today: '2026-09-12', calendar }).words).toContain(
      'less than a working day overdue',
    );
  });
  it('names the day alone beyond the last listed bank holiday', () => {
    expect(dueWords('2036-02-01', { today: '2035-11-01', calendar }).words).toBe('Fri 1 February 2036');
  });
  it('never calls a missed local target overdue', () => {
    expect(clockTone('missed', true)).toEqual({ words: 'Local target passed', colour: 'Warning' });
    expect(clockTone('missed', false)).toEqual({ words: 'Overdue', colour: 'Attention' });
  });
});
