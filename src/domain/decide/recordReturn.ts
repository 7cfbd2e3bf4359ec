import { refusal } from '../refusals.ts';
import { familyRule, type Check } from './given.ts';

/** An agency answers: held, nothing held, or withheld with a ground. Late is taken and marked; it can be amended until the pack goes out. */
export const recordReturn: Check<'recordReturn'> = ({ review, command, policy }) => {
  const rule = familyRule(policy, 5);
  const request = review?.requests.find((it) => it.agency === command.with.agency && it.kind === command.with.kind);
  if (!request) return refusal('unknown_agency', rule, 'This agency has not been asked.', 'agency');
  if (request.answer && request.kind === 'review' && review?.packIssuedOn !== undefined) {
    return refusal(
      'already_done',
      rule,
      'The pack has gone to the panel, so this form can no longer be changed. Tell the coordinator what is new.',
    );
  }
  return null;
};
