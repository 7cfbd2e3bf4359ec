import { formatDay, type Day } from '../calendar/isoDate.ts';
import type { ResolvedPolicy } from './policy.ts';
import type { ToldClock } from './told.ts';

export interface BindingDay {
  /** Last day on which the panel may meet with every duty kept; null where none binds, or where it can no longer be kept. */
  before: Day | null;
  /** A date binds and can no longer be kept: what counts is how soon. */
  soonest: boolean;
  /** Why, in a sentence for the coordinator. */
  why: string;
}

/**
 * The last day that keeps every date the panel is bound by: the local target for the meeting, and whatever must be sent
 * once it has met. Where no working day is left in time, it says so and
 * binds nothing: the soonest days are then the best that can be had.
 */
export function bindingDay(clocks: ToldClock[], daysLeft: (before: Day) => number, policy: ResolvedPolicy): BindingDay {
  const binding = clocks
    .filter((clock) => clock.dueOn !== undefined && (clock.status === 'open' || clock.status === 'missed'))
    .filter((clock) => boundByPanel(clock, policy))
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  const first = binding[0];
  if (first?.dueOn === undefined)
    return {
      before: null,
      soonest: false,
      why: 'No date binds the panel, so the days that suit most people come first.',
    };
  const label = labelOf(first, policy).replace(/ \(local target\)$/, '');
  const what = `${first.kind === 'target' ? 'the council’s own target' : 'the date'} for “${label}”`;
  const day = formatDay(first.dueOn);
  if (first.status === 'missed' || daysLeft(first.dueOn) === 0)
    return {
      before: null,
      soonest: true,
      why: `It is not possible to keep ${what}, ${day}: no working day is left before it. These are the soonest days.`,
    };
  return {
    before: first.dueOn,
    soonest: false,
    why: `The panel ${first.kind === 'target' ? 'should' : 'must'} meet by ${day}: ${what}.`,
  };
}

/** Clocks that the panel's day decides: the meeting itself, and the outcome that can only follow it. */
function boundByPanel(clock: ToldClock, { clocks, letters }: ResolvedPolicy): boolean {
  const rule = clocks.find((it) => it.id === clock.id);
  if (rule === undefined) return false;
  if ('act' in rule.metBy) return rule.metBy.act === 'panel_held';
  return letters.outcome !== undefined && rule.metBy.letter.includes(letters.outcome);
}

const labelOf = (clock: ToldClock, policy: ResolvedPolicy): string =>
  policy.clocks.find((it) => it.id === clock.id)?.label ?? clock.id;
