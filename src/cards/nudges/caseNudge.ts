import { formatDay } from '../../calendar/isoDate.ts';
import { clockLabel } from '../../documents/procedureWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { ToldClock } from '../../domain/told.ts';
import { dueWords } from '../words.ts';
import type { Nudge, Saying } from './nudgeWords.ts';

/** Words about the case's own dates, to whoever runs it: what is due next, what has passed, which updates are owed. */
export function caseNudge(saying: Saying, view: CaseView): Nudge {
  switch (saying.nudge) {
    case 'update_due': {
      const owed = view.told.updates.map(
        (one) => `${clockLabel(view, one.clock)}: update by ${formatDay(one.nextDueOn)}.`,
      );
      return {
        opening: 'The victim is owed an update.',
        details: [...owed, 'More time was taken for this. Say how the case stands and when the next news comes.'],
      };
    }
    case 'high_risk':
      return {
        opening: 'The risk to the victim was recorded as high.',
        details: [
          'Act at once; do not wait for the panel. Agree what can be done today, and record each step as an interim action (More, “Add an action”).',
        ],
      };
    case 'overdue':
      return {
        opening: 'A date of the procedure has passed.',
        details: [...lines(view, missed(view)), 'Please do it now.'],
      };
    case 'target_passed':
      return {
        opening: 'A local target has passed.',
        details: [...lines(view, missed(view, true)), 'It is a target of the council, not a breach of the procedure.'],
      };
    default:
      return { opening: 'A date of the procedure is near.', details: lines(view, near(view)) };
  }
}

const missed = (view: CaseView, target = false): ToldClock[] =>
  view.told.clocks.filter(
    (clock) => clock.status === 'missed' && (clock.kind === 'target') === target && clock.kind !== 'right',
  );

/** Open duties whose reminder day has come, else the one due first. */
function near(view: CaseView): ToldClock[] {
  const open = view.told.clocks
    .filter((clock) => clock.status === 'open' && clock.dueOn && clock.kind !== 'right')
    .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
  const due = open.filter((clock) => clock.remindOn !== undefined && clock.remindOn <= view.today);
  return due.length ? due : open.slice(0, 1);
}

const lines = (view: CaseView, clocks: readonly ToldClock[]): string[] =>
  clocks
    .slice(0, 5)
    .map(
      (clock) =>
        `${clockLabel(view, clock.id)}${clock.of ? ` (${clock.of})` : ''}: ${clock.dueOn ? dueWords(clock.dueOn, view).words : 'no date set'}.`,
    );
