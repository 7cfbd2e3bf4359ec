import { formatDay } from '../../calendar/isoDate.ts';
import { clockLabel, subjectOf } from '../../documents/procedureWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { ToldClock } from '../../domain/told.ts';
import { dueWords } from '../words.ts';
import { agencyNameOf } from '../../domain/whoIsWho.ts';
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
        details: [
          ...lines(view, own(view, missed(view))),
          'Please do it now; “due” shows it with its button.',
          ...agenciesLate(view),
        ],
      };
    case 'target_passed':
      return {
        opening: 'A local target has passed.',
        details: [
          ...lines(view, own(view, missed(view, true))),
          'It is a target of the council, not a breach of the procedure.',
        ],
      };
    default:
      return { opening: 'A date of the procedure is near.', details: lines(view, near(view)) };
  }
}

const missed = (view: CaseView, target = false): ToldClock[] =>
  view.told.clocks.filter(
    (clock) => clock.status === 'missed' && (clock.kind === 'target') === target && clock.kind !== 'right',
  );

/** What whoever runs the case owes themselves: none of it may be cut off by what others owe. */
const own = (view: CaseView, clocks: readonly ToldClock[]): ToldClock[] =>
  clocks.filter((clock) => {
    const rule = view.policy.clocks.find((it) => it.id === clock.id);
    return rule !== undefined && rule.owedBy !== 'agency' && rule.owedBy !== 'applicant';
  });

/** The agencies' late forms are theirs to send; the coordinator hears how many, and that they are being reminded. */
function agenciesLate(view: CaseView): string[] {
  const late = view.told.returns.filter((one) => one.status === 'overdue');
  if (late.length === 0) return [];
  const names = late.map((one) => agencyNameOf(view.partnership, one.agency));
  return [
    `Late too, and reminded by us: the ${late.length === 1 ? 'form' : 'forms'} of ${[...new Set(names)].join(', ')}.`,
  ];
}

/** Open duties whose reminder day has come, else the one due first. */
function near(view: CaseView): ToldClock[] {
  const open = own(view, view.told.clocks)
    .filter((clock) => clock.status === 'open' && clock.dueOn && clock.kind !== 'right')
    .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
  const due = open.filter((clock) => clock.remindOn !== undefined && clock.remindOn <= view.today);
  return due.length ? due : open.slice(0, 1);
}

const lines = (view: CaseView, clocks: readonly ToldClock[]): string[] =>
  clocks.map(
    (clock) =>
      `${clockLabel(view, clock.id)}${clock.of ? ` (${subjectOf(view, clock)})` : ''}: ${clock.dueOn ? dueWords(clock.dueOn, view).words : 'no date set'}.`,
  );
