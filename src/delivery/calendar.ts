import { addDays } from '../calendar/isoDate.ts';
import type { FreeBusy, BusyTime } from '../operations/deps.ts';
import type { Graph } from '../graph/client.ts';
import { GraphFault } from '../graph/fault.ts';
import { londonTime } from '../graph/londonTime.ts';
import { readSchedules, type BusySpan } from '../graph/schedules.ts';
import type { Log } from '../log.ts';

/** Graph takes less than 62 days at once, older pages say 42. */
const WINDOW_DAYS = 28;

/**
 * Busy times by the calendars that can be seen, read through the partnership's mailbox. Where a calendar, or the
 * whole service, cannot be read, the answer is null: unknown, never free.
 */
export function makeFreeBusy(graph: Graph, mailbox: string, log: Log): FreeBusy {
  return async ({ emails, from, to }) => {
    const found = new Map<string, BusyTime[] | null>(emails.map((email) => [email, []]));
    for (let start = from; start <= to && emails.length > 0; start = addDays(start, WINDOW_DAYS)) {
      const last = addDays(start, WINDOW_DAYS - 1);
      const end = addDays(last < to ? last : to, 1);
      const read = await readOrNothing(graph, mailbox, { emails, from: midnight(start), to: midnight(end) }, log);
      for (const email of emails) {
        const spans = read.get(email) ?? null;
        const before = found.get(email) ?? null;
        found.set(email, spans === null || before === null ? null : [...before, ...spans.flatMap(byDay)]);
      }
    }
    return found;
  };
}

async function readOrNothing(
  graph: Graph,
  mailbox: string,
  ask: { emails: string[]; from: string; to: string },
  log: Log,
): Promise<Map<string, BusySpan[] | null>> {
  try {
    return await readSchedules(graph, mailbox, ask);
  } catch (fault) {
    if (!(fault instanceof GraphFault)) throw fault;
    log.warn({ event: 'calendarsNotRead', status: fault.status, code: fault.code, requestId: fault.requestId });
    return new Map();
  }
}

/** A span over midnight is told day by day. */
function byDay({ from, to }: BusySpan): BusyTime[] {
  const times: BusyTime[] = [];
  for (let day = from.slice(0, 10); day <= to.slice(0, 10); day = addDays(day, 1)) {
    const starts = day === from.slice(0, 10) ? from.slice(11, 16) : '00:00';
    const ends = day === to.slice(0, 10) ? to.slice(11, 16) : '24:00';
    if (starts < ends) times.push({ day, from: starts, to: ends });
  }
  return times;
}

const midnight = (day: string): string => londonTime(day, '00:00').dateTime;
