import { refusal } from '../refusals.ts';
import { familyRule, notYet, type Check } from './given.ts';

/** STAT-13: the applicant no longer wants the review. It ends nothing by itself: the case is then closed as withdrawn. */
export const recordWithdrawal: Check<'recordWithdrawal'> = ({ review, policy }) => {
  const rule = familyRule(policy, 11);
  if (!review?.application && !review?.safeguarding)
    return notYet(rule, 'There is no review that anybody could withdraw from.');
  return review.closed ? refusal('already_done', rule, 'The case is already closed.') : null;
};
