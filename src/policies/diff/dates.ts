import { formatDay, type Day } from '../../calendar/isoDate.ts';
import type { PlayedCase } from '../../domain/told.ts';
import { bare } from './diff.ts';

/** Which dates of one case differ when it is played under A and under B; a sentence each. */
export function diffDates(a: Partial<PlayedCase>, b: Partial<PlayedCase>): string[] {
  const [ofA, ofB] = [datesOf(a), datesOf(b)];
  return [...new Set([...ofA.keys(), ...ofB.keys()])].flatMap((name) => {
    const [one, other] = [ofA.get(name), ofB.get(name)];
    return one === other ? [] : [`${name}: ${words(one)} → ${words(other)}`];
  });
}

const words = (day: Day | undefined): string => (day === undefined ? 'no date' : formatDay(day));

function datesOf(played: Partial<PlayedCase>): Map<string, Day> {
  const dates = new Map<string, Day>();
  const put = (name: string, day: Day | null | undefined): void => {
    if (day !== undefined && day !== null) dates.set(name, day);
  };
  for (const it of played.complaints ?? []) {
    put(`complaint ${it.ref}, to be reported by`, it.reportBy);
    put(`complaint ${it.ref}, counts until`, it.countsUntil);
  }
  for (const it of played.clocks ?? []) put(`${bare(it.id)}${it.of === undefined ? '' : ` (${it.of})`}`, it.dueOn);
  for (const it of played.updates ?? []) put(`next update, ${bare(it.clock)}`, it.nextDueOn);
  for (const it of played.ladder ?? []) put(`action ${it.action}, ladder step ${it.step}`, it.firesOn);
  for (const it of played.appeals ?? []) {
    put(`appeal about the ${it.about}, last day`, it.lastDay);
    put(`appeal about the ${it.about}, result`, it.dueOn);
  }
  return dates;
}
