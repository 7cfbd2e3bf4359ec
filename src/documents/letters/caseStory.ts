import { formatDay } from '../../calendar/isoDate.ts';
import type { PlannedAction } from '../../domain/caseReview.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { reviewBegan } from '../../domain/closing.ts';
import { decisionOf, isMet } from '../../domain/threshold.ts';
import { agencyNameOf } from '../../domain/whoIsWho.ts';
import { counted, listed, THRESHOLD_WORDS } from '../plainWords.ts';
import { victimPlan } from '../victimPlan.ts';

/** What was done in the case, a line each: what the record bears out and the victim may be told, and nothing more. */
export function doneWords(view: CaseView): string[] {
  const { application, safeguarding, requests, panelHeld, planAgreedOn, recommendations } = view.review;
  const asked = requests.filter((it) => it.kind !== 'appeal');
  const answered = asked.filter((it) => it.answer !== undefined).length;
  return [
    ...(application ? [`Your application reached us on ${formatDay(application.on)}.`] : []),
    ...(safeguarding ? [`A senior manager opened the review on ${formatDay(safeguarding.on)}.`] : []),
    ...(asked.length > 0
      ? [`${counted(asked.length, 'request')} went to organisations for what they know; ${answered} answered.`]
      : []),
    ...decided(view),
    ...(panelHeld ? [`The panel met on ${formatDay(panelHeld.on)}.`] : []),
    ...(planAgreedOn ? [`A plan was agreed on ${formatDay(planAgreedOn)}.`] : []),
    ...shown(view, 'done').map((it) => `Action: ${it.title}. Done${it.doneOn ? ` on ${formatDay(it.doneOn)}` : ''}.`),
    ...recommendations
      .filter((it) => it.answer?.answer === 'accepted')
      .map((it) => `${agencyNameOf(view.partnership, it.to)} accepted the recommendation: ${it.text}`),
  ];
}

/** What was not done, or ended otherwise. */
export function undoneWords(view: CaseView): string[] {
  const { panelHeld, planAgreedOn, recommendations } = view.review;
  const decision = decisionOf(view.review);
  const met = isMet(decision);
  const heldSince = panelHeld !== undefined && panelHeld.on >= reviewBegan(view.review);
  const to = (it: { to: string }) => agencyNameOf(view.partnership, it.to);
  return [
    ...(decision === null && !view.review.declined
      ? ['The organisations have not decided whether the threshold for a review is met.']
      : []),
    ...(met && !heldSince ? ['The panel did not meet.'] : []),
    ...(met && heldSince && planAgreedOn === undefined ? ['No plan was agreed.'] : []),
    ...shown(view, 'no_longer_viable').map(
      (it) => `Action: ${it.title}. It was no longer possible, or no longer needed.`,
    ),
    ...recommendations
      .filter((it) => it.answer === undefined)
      .map((it) => `${to(it)} has not answered the recommendation: ${it.text}`),
    ...recommendations.flatMap((it) =>
      it.answer?.answer === 'declined'
        ? [`${to(it)} declined the recommendation: ${it.text} Its reason: ${it.answer.reason ?? 'none was given'}`]
        : [],
    ),
    ...uncovered(view),
  ];
}

/** Actions of which nothing may be said, as a sentence. */
export function keptWords(view: CaseView): string[] {
  const kept = victimPlan(view).kept.length;
  return kept > 0
    ? [
        `${counted(kept, 'action')} of the plan cannot be listed here, because the law protects the private information of other people.`,
      ]
    : [];
}

const shown = (view: CaseView, status: PlannedAction['status']): PlannedAction[] =>
  victimPlan(view).shown.filter((it) => it.status === status);

function decided(view: CaseView): string[] {
  const decision = view.review.decisions.at(-1);
  if (decision === undefined) return [];
  const { result, reasons } = decision.with;
  const why = result === 'not_met' ? ` Their reasons: ${reasons}` : '';
  return [`The organisations decided together on ${formatDay(decision.on)} that ${THRESHOLD_WORDS[result]}.${why}`];
}

/** STAT-3: complaints of a duplicate that stand in no other case, and that the closing ends. */
function uncovered({ review }: CaseView): string[] {
  const { closed, complaints } = review;
  if (closed?.as !== 'duplicate') return [];
  const left = complaints.filter((it) => closed.covers?.includes(it.ref) !== true);
  return left.length > 0
    ? [
        `The incidents of ${listed(left.map((it) => formatDay(it.occurredOn)))} stand in no other case. By themselves they do not reach the threshold for a review.`,
      ]
    : [];
}
