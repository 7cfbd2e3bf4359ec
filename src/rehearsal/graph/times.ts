import { z } from 'zod/v4';
import { instantOf, wallTime, zoneOf } from '../londonTime.ts';
import { Refused, type Call } from '../wire/call.ts';

export const DateTimeZone = z.looseObject({
  dateTime: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)?$/, 'must be a date and time'),
  timeZone: z.string().nullish(),
});
export type DateTimeZone = z.infer<typeof DateTimeZone>;

/** The instant that a Graph date and time means. */
export function readTime(time: DateTimeZone): Date {
  if (/(Z|[+-]\d\d:\d\d)$/.test(time.dateTime)) return new Date(time.dateTime);
  return instantOf(time.dateTime, demandZone(time.timeZone ?? 'UTC'));
}

function demandZone(name: string): string {
  const zone = zoneOf(name);
  if (zone === null) throw new Refused(400, 'TimeZoneNotSupportedException', `The time zone ${name} is not supported.`);
  return zone;
}

/** The zone that the caller prefers its times in: `Prefer: outlook.timezone="…"`, else UTC. */
export function preferredZone(call: Call): string {
  const wanted = /outlook\.timezone\s*=\s*"([^"]+)"/i.exec(String(call.headers.prefer ?? ''))?.[1] ?? 'UTC';
  demandZone(wanted);
  return wanted;
}

export function writeTime(instant: string | Date, zoneName: string): { dateTime: string; timeZone: string } {
  return { dateTime: `${wallTime(new Date(instant), demandZone(zoneName))}.0000000`, timeZone: zoneName };
}
