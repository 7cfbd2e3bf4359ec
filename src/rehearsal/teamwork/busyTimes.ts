import type { Day } from '../../calendar/isoDate.ts';
import { numberOf } from '../identifiers.ts';
import { dayAfter, instantOf, londonDay } from '../londonTime.ts';
import type { TenantPerson } from '../people.ts';
import type { World } from '../world.ts';

export interface Busy {
  start: string;
  end: string;
  status: 'busy' | 'tentative' | 'oof';
}

/** Times at which a person is taken: invented ones, the same on every look, and the meetings that they have not declined. */
export function busyTimes(world: World, person: TenantPerson, from: Date, to: Date): Busy[] {
  const within = (one: Busy) => Date.parse(one.start) < to.getTime() && Date.parse(one.end) > from.getTime();
  return [...inventedTimes(person, londonDay(from), londonDay(to)), ...meetings(world, person)]
    .filter(within)
    .sort((a, b) => a.start.localeCompare(b.start));
}

export function inventedTimes(person: TenantPerson, from: Day, to: Day): Busy[] {
  const times: Busy[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) times.push(...inventedDay(person, day));
  return times;
}

/** One engagement a working day as a rule, two at times; one day in fifteen away altogether. */
function inventedDay(person: TenantPerson, day: Day): Busy[] {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return [];
  const chance = (about: string, below: number) => numberOf(`${person.id} ${day} ${about}`, below);
  if (chance('away', 15) === 0) return [span(day, 9, 17, 'oof')];
  const morning = 9 + chance('morning', 3);
  const times = [span(day, morning, morning + 1, 'busy')];
  if (chance('afternoon', 3) === 0)
    times.push(span(day, 14, 15 + chance('length', 2), chance('sure', 4) === 0 ? 'tentative' : 'busy'));
  return times;
}

function span(day: Day, fromHour: number, toHour: number, status: Busy['status']): Busy {
  const at = (hour: number) =>
    instantOf(`${day}T${String(hour).padStart(2, '0')}:00:00`, 'Europe/London').toISOString();
  return { start: at(fromHour), end: at(toHour), status };
}

function meetings(world: World, person: TenantPerson): Busy[] {
  const address = person.email.toLowerCase();
  return world.state.events.all().flatMap((event): Busy[] => {
    const mine = event.attendees.find((one) => one.address === address);
    if (event.cancelled || mine === undefined || mine.answer === 'declined') return [];
    return [{ start: event.start, end: event.end, status: mine.answer === 'accepted' ? 'busy' : 'tentative' }];
  });
}
