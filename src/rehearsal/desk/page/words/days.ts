const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** "Wed 9 September 2026"; anything that is not a day comes back as it is. */
export function dayWords(day: string): string {
  const at = atNoon(day);
  return Number.isNaN(at.getTime()) ? day : `${shortDay(day)} ${at.getUTCFullYear()}`;
}

/** "Wed 9 September". */
export function shortDay(day: string): string {
  const at = atNoon(day);
  return Number.isNaN(at.getTime())
    ? day
    : `${weekdays[at.getUTCDay()]} ${at.getUTCDate()} ${months[at.getUTCMonth()]}`;
}

/** The day after a day, for the lowest day that a date field offers. */
export function dayAfter(day: string): string {
  const at = atNoon(day);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}

const londonTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** "09:05" in London. */
export function timeOf(instant: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? '' : londonTime.format(at);
}

/** "Wed 9 September, 09:05" in London. */
export function whenOf(instant: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant : `${shortDay(londonDay.format(at))}, ${londonTime.format(at)}`;
}
