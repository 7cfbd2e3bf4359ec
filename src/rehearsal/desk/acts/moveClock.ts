import type { Day } from '../../../calendar/isoDate.ts';
import { dayAfter } from '../../londonTime.ts';
import type { World } from '../../world.ts';
import type { TickReport } from '../protocol.ts';
import { DeskRefusal } from './access.ts';

const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** No procedure looks further ahead than this; it keeps a slip of the hand from running for minutes. */
const LONGEST_JUMP_DAYS = 800;

/** Moves move one after the other: two windows may press at once. */
const underway = new WeakMap<World, Promise<unknown>>();

/** Moves the day forward and runs what falls due, stopping on each day on which something does, so that nothing is slept through. */
export function moveClock(world: World, to: string): Promise<TickReport> {
  const before = underway.get(world) ?? Promise.resolve();
  const move = before.catch(() => undefined).then(() => moveOnce(world, to));
  underway.set(world, move);
  return move;
}

async function moveOnce(world: World, to: string): Promise<TickReport> {
  const { clock } = world.options;
  if (clock === undefined) throw new DeskRefusal(409, 'The day cannot be moved here.');
  const from = clock.today();
  const target = await targetDay(world, from, to);
  if (target <= from) throw new DeskRefusal(400, 'Time only goes forward.');
  if (target > dayAfter(from, LONGEST_JUMP_DAYS))
    throw new DeskRefusal(400, 'That is too far ahead. Choose a day in the next two years.');
  const came: TickReport['came'] = [];
  let at = from;
  while (at < target) {
    const due = (await world.options.backstage?.nextDueDay(at)) ?? null;
    const next = due !== null && due > at && due < target ? due : target;
    clock.setDay(next);
    const report = await world.options.backstage?.tick(at, next);
    came.push(...(report?.came ?? []));
    at = next;
  }
  const report: TickReport = { from, to: target, came };
  world.state.setFact('lastMove', report);
  for (const changed of ['view', 'conversation', 'mail', 'calendar', 'backstage'] as const) world.changed({ changed });
  return report;
}

async function targetDay(world: World, from: Day, to: string): Promise<Day> {
  const { backstage } = world.options;
  if (to === 'nextDay') return dayAfter(from);
  if (to === 'nextWorkingDay') {
    let day = dayAfter(from);
    while (!(backstage?.isWorkingDay(day) ?? isWeekday(day))) day = dayAfter(day);
    return day;
  }
  if (to === 'nextDue') {
    const due = (await backstage?.nextDueDay(from)) ?? null;
    if (due === null) throw new DeskRefusal(409, 'Nothing is due in any open case.');
    return due;
  }
  if (!DAY.test(to) || dayAfter(to, 0) !== to) throw new DeskRefusal(400, 'Choose a day.');
  return to;
}

function isWeekday(day: Day): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
