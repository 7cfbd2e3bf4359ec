import type { Day } from '../calendar/isoDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import { formatDay } from '../calendar/isoDate.ts';
import { counted } from '../documents/plainWords.ts';
import type { ClockStatus } from '../domain/told.ts';

/** A colour of Adaptive Cards; it never stands without words that say the same. */
export type Colour = 'Default' | 'Good' | 'Warning' | 'Attention' | 'Accent';
export interface Tone {
  words: string;
  colour: Colour;
}
interface When {
  today: Day;
  calendar: WorkingCalendar;
}

/** "2 working days left", "due today", "3 working days overdue"; calendar days where neither day is a working one between. */
export function leftWords(due: Day, { today, calendar }: When): Tone {
  if (due === today) return { words: 'due today', colour: 'Warning' };
  const late = due < today;
  const between = workingDays(calendar, late ? due : today, late ? today : due);
  const length = between === null ? '' : between === 0 ? 'less than a working day' : counted(between, 'working day');
  if (late) return { words: length ? `${length} overdue` : 'overdue', colour: 'Attention' };
  return { words: length ? `${length} left` : '', colour: between !== null && between <= 2 ? 'Warning' : 'Default' };
}

/** "Wed 9 September 2026 (2 working days left)". */
export function dueWords(due: Day, when: When): Tone {
  const left = leftWords(due, when);
  return { words: left.words ? `${formatDay(due)} (${left.words})` : formatDay(due), colour: left.colour };
}

/** Working days after `from`, up to and with `to`; null where the calendar's bank holidays end before it. */
function workingDays(calendar: WorkingCalendar, from: Day, to: Day): number | null {
  if (from < calendar.firstCovered || to > calendar.lastCovered) return null;
  return calendar.between(from, to);
}

/** How a clock stands, in words and colour together. `target` is a local aim: missing it is no breach. */
export function clockTone(status: ClockStatus, target: boolean): Tone {
  switch (status) {
    case 'met':
      return { words: 'Done in time', colour: 'Good' };
    case 'met_late':
      return { words: target ? 'Done, after the local target' : 'Done late', colour: 'Warning' };
    case 'missed':
      return target ? { words: 'Local target passed', colour: 'Warning' } : { words: 'Overdue', colour: 'Attention' };
    case 'open':
      return { words: 'Open', colour: 'Default' };
    case 'waiting':
      return { words: 'Not started yet', colour: 'Default' };
    case 'none_set':
      return { words: 'The procedure sets no date', colour: 'Default' };
    case 'superseded':
      return { words: 'No longer needed', colour: 'Default' };
  }
}
