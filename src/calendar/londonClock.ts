import type { Day } from './isoDate.ts';
import { londonDay } from './londonDay.ts';

/** A London wall-clock time, `HH:MM`, as a day's clock shows it. */
export type ClockTime = string;

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
});

/** What the clocks in London show at an instant. Throws a RangeError for an invalid date. */
export const londonClock = (instant: Date): ClockTime => LONDON.format(instant);

/** The instant at which London's clocks show this time of the day; an hour skipped in spring is the one after it. */
export function londonInstant(day: Day, time: ClockTime): Date {
  const winter = new Date(`${day}T${time}:00Z`);
  const summer = new Date(winter.getTime() - 3_600_000);
  return londonClock(summer) === time && londonDay(summer) === day ? summer : winter;
}
