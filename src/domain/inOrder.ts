import type { Day } from '../calendar/isoDate.ts';

/** The list with one more entry at its own day: what was entered late stands where it happened (AMB-C10), last of its day. */
export function inOrder<T>(list: readonly T[], entry: T, dayOf: (it: T) => Day): T[] {
  const day = dayOf(entry);
  const at = list.findLastIndex((it) => dayOf(it) <= day) + 1;
  return [...list.slice(0, at), entry, ...list.slice(at)];
}

/** The same for entries that bear their day as `on`. */
export const byDay = <T extends { on: Day }>(list: readonly T[], entry: T): T[] => inOrder(list, entry, (it) => it.on);
