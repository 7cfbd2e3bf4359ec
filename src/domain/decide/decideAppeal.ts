import { refusal } from '../refusals.ts';
import { currentAppeal } from './appealActs.ts';
import type { Check } from './given.ts';

/** The result. STF-12.12: the commissioner recommends; nothing can be overturned. */
export const decideAppeal: Check<'decideAppeal'> = ({ review, command, policy }) => {
  const found = currentAppeal(review, command.act, policy);
  if ('refused' in found) return found.refused;
  if (command.with.result === 'overturned' && !policy.settings['appeal.can_overturn']) {
    return refusal(
      'result_not_available',
      policy.appeal.overturnRule ?? 'STF-12.12',
      'This decider can recommend and refer back, but not overturn.',
      'result',
    );
  }
  return null;
};
