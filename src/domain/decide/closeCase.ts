import type { CaseReview } from '../caseReview.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { endingLacks } from './endings.ts';
import { familyRule, notYet, type Check } from './given.ts';

/** STAT-13: a case ends only lawfully. Never with an action open (HER-10.6), never on one signature while somebody is at high risk. */
export const closeCase: Check<'closeCase'> = ({ review, ...given }) => {
  const { command, policy } = given;
  if (!review) return notYet(familyRule(policy, 11), 'There is no case yet.');
  if (review.closed) return refusal('already_done', familyRule(policy, 11), 'The case is already closed.');
  return (
    openActions(review, policy.openActionsRule) ?? endingLacks({ review, ...given }) ?? unseconded(review, command.with)
  );
};

function openActions(review: CaseReview, rule: string): Refusal | null {
  return review.actions.some((it) => it.status === 'open')
    ? refusal(
        'open_actions',
        rule,
        'Actions are still open. The case can be closed when each is done or no longer viable.',
        'as',
      )
    : null;
}

/** Why a second person must agree to the closing, in plain words; null where nobody need. */
export function secondedBecause(review: CaseReview): string | null {
  if (review.risks.at(-1)?.level === 'high') return 'The risk to the victim was last assessed as high';
  return review.recommendations.some((it) => it.answer === undefined) ? 'A recommendation has not been answered' : null;
}

function unseconded(review: CaseReview, { approvedBy }: { approvedBy?: unknown[] | undefined }): Refusal | null {
  const because = secondedBecause(review);
  if (because === null || (approvedBy ?? []).length > 0) return null;
  return refusal(
    'second_approver_missing',
    'STAT-13',
    `${because}. A second, senior person must approve the closing.`,
    'approvedBy',
  );
}
