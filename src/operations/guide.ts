import type { Day } from '../calendar/isoDate.ts';
import { listCases } from '../store/cases.ts';
import type { Deps } from './deps.ts';
import { stepsOfAll, type StepOfCase } from './lists.ts';

/** Who owes what next over all cases in hand, most urgent first. */
export async function guide(deps: Deps): Promise<StepOfCase[]> {
  return stepsOfAll(deps, null);
}

/** The first day after `after` on which a case has something due, missed or told; null when nothing is ahead. */
export async function nextDueDay(deps: Deps, after: Day): Promise<Day | null> {
  const days = (await listCases(deps.db)).flatMap((stored) =>
    stored.wakeOn !== null && stored.wakeOn > after ? [stored.wakeOn] : [],
  );
  return days.sort()[0] ?? null;
}
