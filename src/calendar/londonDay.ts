import type { Day } from './isoDate.ts';

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in London at an instant, summer time counted (AMB-A10). Throws a RangeError for an invalid date. */
export function londonDay(instant: Date): Day {
  const [day, month, year] = LONDON.format(instant).split('/') as [string, string, string];
  return `${year}-${month}-${day}`;
}
