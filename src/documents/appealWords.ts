import { formatDay } from '../calendar/isoDate.ts';
import type { With } from '../domain/acts.ts';
import type { CaseView } from '../domain/caseView.ts';
import { letterOf } from '../domain/letters.ts';
import type { AppealDocument, DeciderRole, LetterRole, ResolvedPolicy } from '../domain/policy.ts';
import type { AppealAbout } from '../domain/words.ts';
import type { ToldAppeal } from '../domain/told.ts';
import { officerLabel } from './procedureWords.ts';

export type Ground = With<'receiveAppeal'>['grounds'][number];

/** Why somebody appeals, as they would choose it. */
export const GROUND_WORDS: Record<Ground, string> = {
  threshold: 'The threshold was met, and the application was refused',
  process: 'A process, policy or protocol that matters was not considered',
  facts: 'Facts that matter were not considered (a missed incident, for example)',
  other: 'Another reason, or none given',
};

/** The same grounds as a letter prints them, to the person who may appeal. */
export const GROUND_LETTER: Record<Ground, string> = {
  threshold: 'Your application was refused on the threshold, and you believe that the threshold was met.',
  process: 'A process, policy or protocol that matters was not considered.',
  facts: 'Information about the facts that matters was not considered.',
  other: 'Another reason.',
};

/** The grounds on which such an appeal goes forward; none where the procedure lists none. That of a refusal is no ground against a review. */
export const groundsFor = (policy: ResolvedPolicy, about: AppealAbout): Ground[] =>
  policy.settings['appeal.grounds'].filter((ground) => about === 'threshold' || ground !== 'threshold');

/** The documents that go with an appeal (LLR-12.6, STF-12.10). */
export const DOCUMENT_WORDS: Record<AppealDocument, string> = {
  application: 'The application',
  minutes: 'Minutes of the panel, with who was there and the victim’s statement',
  chronology: 'Chronology of events',
  result_letter: 'Letter with the decision or outcome',
  outcome_report: 'Report of the review, if there is one',
  plan: 'Action plan, if there is one',
  appeal: 'The appeal with its grounds',
  blank_letters: 'Blank letters for the appeal (Letters 4, 5 and 6)',
  policy_followed: 'Confirmation of the policy that was followed',
  threshold_rationale: 'Reasons for the threshold decision',
  timeline: 'Timeline against the local procedure',
  support: 'Support that was offered',
  correspondence: 'Letters and messages with the applicant',
  action_progress: 'Progress of actions: done, overdue, open',
  risk_assessments: 'Risk assessments before the decision and during the review',
  other: 'Anything else that matters',
};

/** Why a document cannot be there, where the record says so already; null where a person must say. */
export function lacking({ review, policy }: CaseView, item: AppealDocument): string | null {
  const wrote = (...roles: LetterRole[]) => roles.some((role) => letterOf(review, policy, role) !== null);
  const without: Partial<Record<AppealDocument, [boolean, string]>> = {
    application: [review.application === undefined, 'This case has no application.'],
    minutes: [review.panelHeld === undefined, 'No panel has met.'],
    outcome_report: [review.panelHeld === undefined, 'No panel has met.'],
    plan: [review.planAgreedOn === undefined, 'No plan was agreed.'],
    action_progress: [review.actions.length === 0, 'No action was agreed.'],
    result_letter: [!wrote('not_met', 'outcome'), 'No letter has told a decision.'],
    threshold_rationale: [
      review.decisions.length === 0 && review.declined === undefined && review.safeguarding === undefined,
      'The threshold has not been decided.',
    ],
    risk_assessments: [review.risks.length === 0, 'No risk assessment is on record.'],
    correspondence: [review.letters.length === 0, 'No letter has been sent.'],
  };
  const [is, why] = without[item] ?? [false, ''];
  return is ? why : null;
}

/** As what somebody decides an appeal. */
export function deciderRoleWords(view: Pick<CaseView, 'policy'>, role: DeciderRole): string {
  const words: Record<DeciderRole, string> = {
    spoc: `${officerLabel(view)} of the council that handles the appeal`,
    community_safety_manager: 'Community Safety Manager',
    independent_review_manager: 'Independent Review Manager',
    scrutineer: 'Independent Chair and Scrutineer',
    review_chair: 'Chair of the review',
    other: `Somebody else who decides for ${view.policy.settings['appeal.body']}`,
  };
  return words[role];
}

/** "in time, last day Tue 26 May 2026": late appeals go on all the same (AMB-D8). */
export function timelyWords({ inTime, lastDay }: ToldAppeal): string {
  if (lastDay === null) return 'the procedure sets no last day';
  return inTime
    ? `in time (last day ${formatDay(lastDay)})`
    : `late (last day was ${formatDay(lastDay)}); whoever decides judges whether it can still be taken`;
}
