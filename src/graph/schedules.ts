import { z } from 'zod/v4';
import { at, type Graph } from './client.ts';
import { LONDON } from './londonTime.ts';

/** Graph takes at most 20 addresses a call. */
const BATCH = 20;
const Time = z.looseObject({ dateTime: z.string(), timeZone: z.string().nullish() });
const Item = z.looseObject({ status: z.string().nullish(), start: Time, end: Time });
const Schedule = z.looseObject({
  scheduleId: z.string(),
  scheduleItems: z.array(Item).nullish(),
  availabilityView: z.string().nullish(),
  error: z.looseObject({ responseCode: z.string().nullish() }).nullish(),
});
const Schedules = z.looseObject({ value: z.array(Schedule) });

/** London wall-clock times, `YYYY-MM-DDTHH:MM`. */
export interface BusySpan {
  from: string;
  to: string;
}

/**
 * When each address is taken between two London times. Null where the calendar cannot be seen: an address that
 * could not be resolved has its error inside a 200, and no data is unknown, never free.
 */
export async function readSchedules(
  graph: Graph,
  mailbox: string,
  ask: { emails: string[]; from: string; to: string },
): Promise<Map<string, BusySpan[] | null>> {
  const seen = new Map<string, BusySpan[] | null>(ask.emails.map((email) => [email, null]));
  for (let first = 0; first < ask.emails.length; first += BATCH) {
    const batch = ask.emails.slice(first, first + BATCH);
    const answer = await graph.post(
      at`/users/${mailbox}/calendar/getSchedule`,
      {
        schedules: batch,
        startTime: { dateTime: ask.from, timeZone: LONDON },
        endTime: { dateTime: ask.to, timeZone: LONDON },
        availabilityViewInterval: 30,
      },
      { headers: { Prefer: `outlook.timezone="${LONDON}"` } },
    );
    for (const schedule of Schedules.parse(answer.body).value) {
      const email = batch.find((one) => one.toLowerCase() === schedule.scheduleId.toLowerCase());
      if (email !== undefined) seen.set(email, busyOf(schedule));
    }
  }
  return seen;
}

function busyOf(schedule: z.infer<typeof Schedule>): BusySpan[] | null {
  if (schedule.error || !schedule.scheduleItems) return null;
  const spans: BusySpan[] = [];
  for (const { status, start, end } of schedule.scheduleItems) {
    if (status === 'free' || status === 'workingElsewhere') continue;
    // Another zone than the one asked for would be read as London time: better to know nothing.
    if (!isLondon(start.timeZone) || !isLondon(end.timeZone)) return null;
    spans.push({ from: start.dateTime.slice(0, 16), to: end.dateTime.slice(0, 16) });
  }
  return spans;
}

const isLondon = (zone: string | null | undefined): boolean =>
  zone === undefined || zone === null || zone === LONDON || zone === 'Europe/London';
