import { refusal } from '../refusals.ts';
import { currentAppeal } from './appealActs.ts';
import { familyRule, type Check } from './given.ts';

/** AMB-C13, STF-12.2: the lead body passes on what came to it; in STF the office's receipt starts its clocks. */
export const passOnAppeal: Check<'passOnAppeal'> = ({ review, command, policy }) => {
  const found = currentAppeal(review, command.act, policy);
  if ('refused' in found) return found.refused;
  return found.appeal.with.to === 'office'
    ? refusal('already_done', familyRule(policy, 12), 'This appeal was made to the deciding office itself.')
    : null;
};
