import { dayNumber, dayOfNumber } from './dayNumber.ts';
import type { Day } from './isoDate.ts';

export interface WorkingDayTable {
  firstCovered: Day;
  lastCovered: Day;
  /** Day number of the first covered day. */
  firstNumber: number;
  /** `ranks[i]`: working days before the i-th covered day; one entry more than there are days. */
  ranks: Uint16Array;
  /** The working days in order. */
  worked: readonly Day[];
}

/** Builds the table of all days from `first` to `last`. */
export function workingDayTable(first: Day, last: Day, isWorked: (day: Day) => boolean): WorkingDayTable {
  const firstNumber = dayNumber(first);
  const days = dayNumber(last) - firstNumber + 1;
  const ranks = new Uint16Array(days + 1);
  const worked: Day[] = [];
  for (let index = 0; index < days; index += 1) {
    const day = dayOfNumber(firstNumber + index);
    if (isWorked(day)) worked.push(day);
    ranks[index + 1] = worked.length;
  }
  return { firstCovered: first, lastCovered: last, firstNumber, ranks, worked };
}
