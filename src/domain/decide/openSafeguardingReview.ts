import { refusal } from '../refusals.ts';
import { notInProcedure, type Check } from './given.ts';

/** HER-2.3, route C: a senior manager opens a review to safeguard a vulnerable victim. The decision is the threshold decision too. */
export const openSafeguardingReview: Check<'openSafeguardingReview'> = ({ review, command, policy }) => {
  if (!policy.safeguarding)
    return notInProcedure('HER-2.3', 'This procedure has no review opened by a senior manager.');
  if (review?.application || review?.safeguarding) {
    return refusal('already_done', policy.safeguarding.rule, 'A review is already on record for this case.');
  }
  if (!policy.safeguarding.ranks.includes(command.with.by.rank)) {
    return refusal(
      'rank_too_low',
      policy.safeguarding.rule,
      'This needs a Community Safety Manager or above, a police Inspector or above, or a senior manager of another body.',
      'by.rank',
    );
  }
  return null;
};
