import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../calendar/isoDate.ts';
import { instantOf, londonDay } from './londonTime.ts';

export interface MovableClock {
  now: () => Date;
  /** The day in London. */
  today: () => Day;
  /** Goes to 09:00 in London on that day. Throws RangeError unless the day lies ahead. */
  setDay: (day: Day) => void;
}

/** The file is written ahead by so much: a killed program must not go back in time, or what it sent would lie in the future. */
const AHEAD_MS = 30_000;

/**
 * A clock that runs like any other, but starts where it is told and can be moved forward by hand. With a folder it remembers where it
 * stood; while the program is not running it stands still, so that a rehearsal laid aside on Friday goes on with the same day on Monday.
 */
export function movableClock(options: { start: Day; folder: string | null; real?: () => Date }): MovableClock {
  const real = options.real ?? (() => new Date());
  const path = options.folder === null ? null : join(options.folder, 'clock.json');
  if (options.folder !== null) mkdirSync(options.folder, { recursive: true });
  const startsAt = (path === null ? null : lastSeen(path)) ?? instantOf(`${options.start}T09:00:00`, 'Europe/London');
  let ahead = startsAt.getTime() - real().getTime();
  let kept = 0;
  const keep = (at: number) => {
    if (path === null) return;
    kept = at;
    writeFileSync(`${path}.new`, JSON.stringify({ now: new Date(at).toISOString() }));
    renameSync(`${path}.new`, path);
  };
  const now = () => {
    const at = real().getTime() + ahead;
    if (at > kept) keep(at + AHEAD_MS);
    return new Date(at);
  };
  return {
    now,
    today: () => londonDay(now()),
    setDay: (day) => {
      if (day <= londonDay(now())) throw new RangeError(`The clock only goes forward: ${day} is not ahead`);
      const to = instantOf(`${day}T09:00:00`, 'Europe/London');
      ahead = to.getTime() - real().getTime();
      keep(to.getTime());
    },
  };
}

function lastSeen(path: string): Date | null {
  if (!existsSync(path)) return null;
  const held = JSON.parse(readFileSync(path, 'utf8')) as { now?: unknown };
  const at = new Date(typeof held.now === 'string' ? held.now : Number.NaN);
  if (Number.isNaN(at.getTime())) throw new Error(`The rehearsal clock's file ${path} holds no time`);
  return at;
}
