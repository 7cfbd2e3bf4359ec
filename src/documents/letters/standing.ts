import { formatDay } from '../../calendar/isoDate.ts';
import type { Appeal } from '../../domain/caseReview.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { letterOf } from '../../domain/letters.ts';
import { decisionOf, isMet } from '../../domain/threshold.ts';
import { APPEAL_ABOUT_WORDS, CLOSED_WORDS, counted } from '../plainWords.ts';

/** How the case, or the appeal, stands: from the record alone, nothing that was said in a closed session. */
export function standing(view: CaseView, appeal: Appeal | undefined): string {
  return appeal ? ofAppeal(view, appeal) : ofCase(view);
}

function ofAppeal(view: CaseView, appeal: Appeal): string {
  const came = `Your appeal about ${APPEAL_ABOUT_WORDS[appeal.about]} reached us on ${formatDay(appeal.receivedOn)}.`;
  if (appeal.decided)
    return `${came} It was decided on ${formatDay(appeal.decided.on)}; the letter with the result is being written.`;
  const who = appeal.assigned
    ? ` ${appeal.assigned.with.authority} decides it.`
    : ' Who decides it is not settled yet.';
  const heard = appeal.heardOn ? ` It was heard on ${formatDay(appeal.heardOn)}.` : '';
  return `${came}${who}${heard}${waiting(view, 'appeal')} It has not been decided yet.`;
}

function ofCase(view: CaseView): string {
  const { review, told } = view;
  switch (told.case.stage) {
    case 'closed':
      return review.closed
        ? `It was closed on ${formatDay(review.closed.on)}: ${CLOSED_WORDS[review.closed.as]}.`
        : 'It is closed.';
    case 'plan':
      return plan(view);
    case 'review':
      return review.panelArranged
        ? `The panel meets on ${formatDay(review.panelArranged.with.for)}.${waiting(view, 'review')}`
        : `It will be reviewed by a panel. No day for the panel is fixed yet.${waiting(view, 'review')}`;
    default:
      return beforeReview(view);
  }
}

function beforeReview(view: CaseView): string {
  const { review, policy } = view;
  const decided = decisionOf(review);
  if (decided !== null && !isMet(decided)) {
    const on = review.decisions.at(-1)?.on;
    const letter = letterOf(review, policy, 'not_met');
    return `The bodies decided${on ? ` on ${formatDay(on)}` : ''} that the threshold is not met.${letter ? ` We wrote to you about it on ${formatDay(letter.on)}.` : ' The letter with their reasons is still to come.'}`;
  }
  if (review.declined) return `It was decided on ${formatDay(review.declined.on)} not to take the application.`;
  return `The decision on the threshold has not been taken yet.${waiting(view, 'threshold')}`;
}

function plan({ review, policy }: CaseView): string {
  const of = (status: 'open' | 'done' | 'no_longer_viable') =>
    review.actions.filter((action) => action.status === status).length;
  const met = review.panelHeld ? `The panel met on ${formatDay(review.panelHeld.on)}. ` : '';
  const told = letterOf(review, policy, 'outcome') ? '' : ' The letter with the outcome is still to come.';
  if (review.planAgreedOn === undefined) return `${met}Its plan is not on record yet.${told}`;
  if (review.actions.length === 0) return `${met}It agreed no actions.${told}`;
  const parts = [
    `${of('done')} done`,
    `${of('open')} still to do`,
    ...(of('no_longer_viable') > 0 ? [`${of('no_longer_viable')} no longer possible or needed`] : []),
  ];
  return `${met}The plan has ${counted(review.actions.length, 'action')}: ${parts.join(', ')}.${told}`;
}

function waiting({ told }: CaseView, kind: 'threshold' | 'review' | 'appeal'): string {
  const open = told.returns.filter((one) => one.kind === kind && (one.status === 'open' || one.status === 'overdue'));
  return open.length > 0 ? ` We are waiting for ${counted(open.length, 'organisation')} to answer.` : '';
}
