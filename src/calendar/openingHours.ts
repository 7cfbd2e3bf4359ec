import { CalendarEnds } from './calendarEnds.ts';
import { addDays, weekday, type Day } from './isoDate.ts';
import { londonClock, londonInstant, type ClockTime } from './londonClock.ts';
import { londonDay } from './londonDay.ts';
import type { WorkingCalendar } from './workingDays.ts';

/** From when to when people are written to on a working day; the minute of `to` still counts. */
export interface OpeningHours {
  from: ClockTime;
  to: ClockTime;
}

/** When people may next be written to: null for now, else the instant at which the next working day (or this one) opens. */
export function nextOpening(now: Date, hours: OpeningHours, calendar: WorkingCalendar): Date | null {
  const today = londonDay(now);
  const clock = londonClock(now);
  if (isWorked(today, calendar)) {
    if (clock >= hours.from && clock <= hours.to) return null;
    if (clock < hours.from) return londonInstant(today, hours.from);
  }
  let day = addDays(today, 1);
  while (!isWorked(day, calendar)) day = addDays(day, 1);
  return londonInstant(day, hours.from);
}

/** Beyond the listed bank holidays Monday to Friday is taken for worked: a word late by a holiday is better than none at all. */
function isWorked(day: Day, calendar: WorkingCalendar): boolean {
  try {
    return calendar.isWorkingDay(day);
  } catch (error) {
    if (error instanceof CalendarEnds) return !['sat', 'sun'].includes(weekday(day));
    throw error;
  }
}
