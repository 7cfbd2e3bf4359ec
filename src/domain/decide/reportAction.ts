import type { CaseReview } from '../caseReview.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { familyRule, type Check } from './given.ts';

/** The owner tells how an action stands. No longer viable demands what came of it, so that partners can agree what follows (HER-10.7). */
export const reportAction: Check<'reportAction'> = ({ review, command, policy }) => {
  const { action, status, outcome } = command.with;
  const refused = openActionRefusal(review, action, familyRule(policy, 10));
  if (refused) return refused;
  if (status === 'no_longer_viable' && (outcome ?? '').trim() === '') {
    return refusal(
      'outcome_missing',
      'HER-10.7',
      'Say what the outcome was, so that partners can agree what follows.',
      'outcome',
    );
  }
  return null;
};

/** An action that is on the plan and still open. */
export function openActionRefusal(review: CaseReview | null, id: string, rule: string): Refusal | null {
  const action = review?.actions.find((it) => it.id === id);
  if (!action) return refusal('unknown_action', rule, 'There is no such action on the plan.', 'action');
  return action.status === 'open' ? null : refusal('already_done', rule, 'This action is already ended.', 'action');
}
