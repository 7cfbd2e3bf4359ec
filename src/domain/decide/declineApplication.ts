import { countComplaints } from '../qualifyingComplaints.ts';
import { refusal } from '../refusals.ts';
import { tellThreshold } from '../threshold.ts';
import { notInProcedure, notYet, type Check } from './given.ts';

/** LLR-1.4, HER-1.4: declined for a reason of the procedure's own list, below the count alone: STAT-3 knows no exception, whoever approves (AMB-B6). */
export const declineApplication: Check<'declineApplication'> = ({ review, command, policy }) => {
  const { decline } = policy;
  if (!review?.application) return notYet(decline.rule, 'There is no application to decline.');
  if (!(command.with.reason in decline.reasons)) {
    return notInProcedure(decline.rule, 'The procedure does not have this reason to decline an application.', 'reason');
  }
  if (review.decisions.length > 0)
    return refusal('already_done', decline.rule, 'The threshold has already been decided.');
  if (tellThreshold(review, policy, countComplaints(review, policy)).advice === 'met')
    return refusal(
      'count_reached',
      'STAT-3',
      'The complaints reach the threshold, so this application cannot be declined. Record the decision that it is met; the panel may then review the case on paper.',
      'reason',
    );
  return null;
};
