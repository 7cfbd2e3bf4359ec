import { formatDay } from './formatDay.ts';
import type { Day } from './isoDate.ts';

/** Thrown where a working day would have to be guessed: the bank holidays of that year are not listed. */
export class CalendarEnds extends Error {
  readonly firstCovered: Day;
  readonly lastCovered: Day;

  constructor(firstCovered: Day, lastCovered: Day) {
    super(
      `Working days can only be counted from ${formatDay(firstCovered)} to ${formatDay(lastCovered)}: ` +
        'the bank holidays of other years are not known.',
    );
    this.name = 'CalendarEnds';
    this.firstCovered = firstCovered;
    this.lastCovered = lastCovered;
  }
}
