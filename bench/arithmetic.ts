import { addDays as addCalendarDays, formatISO, isWeekend, parseISO } from 'date-fns';
import { BANK_HOLIDAYS } from '../src/calendar/bankHolidays.ts';
import { addDays, type Day } from '../src/calendar/isoDate.ts';
import { workingCalendar } from '../src/calendar/workingDays.ts';
import { interleaved, timed, type Ratio } from './rounds.ts';

const WORKING_DAYS = 20;
const COVERED = 1000;

/** Adding twenty working days to each of a thousand days: our table, against a loop over the days by date-fns. */
export async function arithmetic(quick: boolean): Promise<Ratio> {
  const days = Array.from({ length: COVERED }, (_, index) => addDays('2025-01-01', index));
  const calendar = workingCalendar();
  const byTable = (day: Day): Day => calendar.add(day, WORKING_DAYS);
  const wrong = days.find((day) => byTable(day) !== byLoop(day));
  if (wrong !== undefined) throw new Error(`the two ways differ on ${wrong}`);
  const all = (add: (day: Day) => Day, times: number) => async () => {
    let found = 0;
    const took = await timed(() => {
      for (let time = 0; time < times; time += 1) for (const day of days) found += add(day).length;
    });
    // What is found is looked at, so that no compiler may leave the work out.
    if (found !== times * days.length * '2026-01-01'.length) throw new Error('a day was lost');
    return took / (times * days.length);
  };
  return interleaved({ rounds: quick ? 9 : 25, inRound: 1 }, all(byTable, 60), all(byLoop, 3));
}

// Numbers in the set and one conversion at each end: the quickest form of the loop, so that it is not beaten by its clothes.
const HOLIDAYS = new Set(BANK_HOLIDAYS.map(({ day }) => parseISO(day).getTime()));

function byLoop(day: Day): Day {
  let at = parseISO(day);
  for (let left = WORKING_DAYS; left > 0;) {
    at = addCalendarDays(at, 1);
    if (!isWeekend(at) && !HOLIDAYS.has(at.getTime())) left -= 1;
  }
  return formatISO(at, { representation: 'date' });
}
