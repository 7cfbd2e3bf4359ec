import { countComplaints } from '../qualifyingComplaints.ts';
import { refusal } from '../refusals.ts';
import { tellThreshold } from '../threshold.ts';
import { notInProcedure, notYet, type Check } from './given.ts';

/** LLR-1.4, HER-1.4: declined for a reason of the procedure's own list. With the count reached a second approver is needed (AMB-B6). */
export const declineApplication: Check<'declineApplication'> = ({ review, command, policy }) => {
  const { decline } = policy;
  if (!review?.application) return notYet(decline.rule, 'There is no application to decline.');
  if (!(command.with.reason in decline.reasons)) {
    return notInProcedure(decline.rule, 'The procedure does not have this reason to decline an application.', 'reason');
  }
  if (review.decisions.length > 0)
    return refusal('already_done', decline.rule, 'The threshold has already been decided.');
  const threshold = tellThreshold(review, policy, countComplaints(review, policy));
  const alone = command.with.approvedBy.length === 0;
  if (policy.settings['refusal.needs_second_approver'] && threshold.advice === 'met' && alone) {
    return refusal(
      'second_approver_missing',
      'AMB-B6',
      'The complaints reach the threshold. Declining needs a second senior approver and written reasons; the Act knows no such exception.',
      'approvedBy',
    );
  }
  return null;
};
