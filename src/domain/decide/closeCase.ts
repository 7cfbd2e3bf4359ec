import type { CaseReview } from '../caseReview.ts';
import { refusal } from '../refusals.ts';
import { NO_CONTACT_MEANS } from '../settings.ts';
import { familyRule, notYet, type Check, type Given } from './given.ts';

/** The case is closed. Never as completed with an action open (HER-10.6), nor for want of contact before the attempts are made (AMB-C6). */
export const closeCase: Check<'closeCase'> = (given) => {
  const { review, command, policy } = given;
  if (!review) return notYet(familyRule(policy, 11), 'There is no case yet.');
  if (review.closed) return refusal('already_done', familyRule(policy, 11), 'The case is already closed.');
  if (command.with.as === 'completed' && review.actions.some((it) => it.status === 'open')) {
    return refusal(
      'open_actions',
      policy.openActionsRule,
      'Actions are still open. The case can be closed when each is done or no longer viable.',
      'as',
    );
  }
  if (command.with.as === 'no_contact' && !attemptsMade(review, given)) {
    const { 'nocontact.attempts': attempts, 'nocontact.days': days } = policy.settings;
    return notYet(
      'AMB-C6',
      `At least ${attempts} attempts by ${NO_CONTACT_MEANS} means over ${days} working days come first.`,
      'as',
    );
  }
  return null;
};

function attemptsMade(review: CaseReview, { policy, calendar, command }: Given<'closeCase'>): boolean {
  const lastReached = review.contacts.findLastIndex((it) => it.reached);
  const attempts = review.contacts.slice(lastReached + 1);
  const first = attempts[0];
  if (!first || attempts.length < policy.settings['nocontact.attempts']) return false;
  const means = new Set(attempts.map((it) => it.means)).size;
  return means >= NO_CONTACT_MEANS && calendar.between(first.on, command.on) >= policy.settings['nocontact.days'];
}
