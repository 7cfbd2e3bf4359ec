/** Windows' name for Europe/London, the one every Exchange knows. */
export const LONDON = 'GMT Standard Time';

/** `2026-09-09` and `10:30` as Graph takes a London wall-clock time. `minutes` are added, over midnight where need be. */
export function londonTime(day: string, time: string, minutes = 0): { dateTime: string; timeZone: string } {
  const [hours, mins] = time.split(':').map(Number) as [number, number];
  const wall = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))));
  wall.setUTCMinutes(hours * 60 + mins + minutes);
  return { dateTime: wall.toISOString().slice(0, 19), timeZone: LONDON };
}
