import type { Day } from '../calendar/isoDate.ts';

/** Names that Outlook uses for time zones, for those that a British partnership could meet; IANA names are taken as they are. */
const OUTLOOK_NAMES: Record<string, string> = {
  UTC: 'UTC',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
};

/** The IANA name for a Windows or IANA name, or null where there is no such zone. */
export function zoneOf(name: string): string | null {
  const iana = OUTLOOK_NAMES[name] ?? name;
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: iana });
    return iana;
  } catch {
    return null;
  }
}

/** Wall time of an instant, `YYYY-MM-DDTHH:mm:ss`. `zone` is an IANA name. */
export function wallTime(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '00';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}

/** The instant of a wall time in a zone. A time that the clocks skip in spring becomes the one an hour later. */
export function instantOf(wall: string, zone: string): Date {
  const asUtc = new Date(`${wall.slice(0, 19).padEnd(19, ':00')}Z`).getTime();
  const offsetAt = (instant: number) => new Date(`${wallTime(new Date(instant), zone)}Z`).getTime() - instant;
  const first = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(first));
}

export const londonDay = (at: Date): Day => wallTime(at, 'Europe/London').slice(0, 10);
export const londonClock = (at: Date): string => wallTime(at, 'Europe/London').slice(11, 16);

/** "Wed 9 September 2026". */
export function dayWords(day: Day): string {
  const at = new Date(`${day}T12:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(at);
  return `${part({ weekday: 'short' })} ${part({ day: 'numeric' })} ${part({ month: 'long' })} ${part({ year: 'numeric' })}`;
}

export function dayAfter(day: Day, days = 1): Day {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
