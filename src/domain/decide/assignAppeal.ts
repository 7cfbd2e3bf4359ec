import { decidedBefore, officeTookPart } from '../independence.ts';
import { refusal } from '../refusals.ts';
import { currentAppeal } from './appealActs.ts';
import type { Check } from './given.ts';

/** Who decides: another council (LLR-12.5), the scrutineer and never the review's chair (AMB-D10), nobody who decided or took part (AMB-D6). */
export const assignAppeal: Check<'assignAppeal'> = ({ review, command, policy }) => {
  const found = currentAppeal(review, command.act, policy);
  if ('refused' in found) return found.refused;
  const { authority, decider } = command.with;
  const { otherAuthorityRule, deciderRole } = policy.appeal;
  if (otherAuthorityRule && review?.authority !== '' && authority === review?.authority) {
    return refusal(
      'decider_not_independent',
      otherAuthorityRule,
      'Another council must handle the appeal.',
      'authority',
    );
  }
  const role = policy.settings['appeal.decider'];
  if (deciderRole && decider.role !== (role === '' ? deciderRole.role : role)) {
    return refusal(
      'decider_not_independent',
      deciderRole.rule,
      'The Independent Chair and Scrutineer decides; the chair of the review cannot.',
      'decider.role',
    );
  }
  if (decidedBefore(command.with, review) && !(policy.settings['appeal.independence'] === 'warn' && decider.second)) {
    return refusal(
      'decider_not_independent',
      'AMB-D6',
      'This person decided on the threshold of this case. Somebody else must decide the appeal.',
      'decider.name',
    );
  }
  if (policy.appeal.officeDecides && officeTookPart(authority, review)) {
    return refusal(
      'decider_not_independent',
      'AMB-D6',
      'The commissioner’s office took part in this case, so it cannot decide the appeal. Another office must.',
      'authority',
    );
  }
  if (policy.settings['appeal.independence'] === 'block' && decider.independent === false && !decider.second) {
    return refusal(
      'decider_not_independent',
      'AMB-D6',
      'The decider took part in the case. An independent second decider must be named.',
      'decider.second',
    );
  }
  return null;
};
