import type { Day } from './isoDate.ts';
import type { WorkingCalendar } from './workingDays.ts';

/**
 * The same calendar, watched: `rested` tells whether an answer since then counted over, or was looked up on, a day beyond the
 * last proclaimed bank holidays. Such an answer is provisional.
 */
export function restingOn(calendar: WorkingCalendar): { calendar: WorkingCalendar; rested: () => boolean } {
  let furthest: Day = '';
  const reach = (day: Day): Day => {
    if (day > furthest) furthest = day;
    return day;
  };
  const watched: WorkingCalendar = {
    ...calendar,
    isWorkingDay: (day) => calendar.isWorkingDay(reach(day)),
    add: (day, count) => (count === 0 ? calendar.add(day, 0) : reach(calendar.add(day, count))),
    subtract: (day, count) => calendar.subtract(count === 0 ? day : reach(day), count),
    next: (day) => reach(calendar.next(day)),
    previous: (day) => calendar.previous(reach(day)),
    onOrAfter: (day) => reach(calendar.onOrAfter(day)),
    onOrBefore: (day) => calendar.onOrBefore(reach(day)),
    between: (from, to) => calendar.between(from, reach(to)),
  };
  return { calendar: watched, rested: () => furthest > calendar.lastProclaimed };
}
