import { openPartFault } from '../openPart.ts';
import { decisionOf, isMet } from '../threshold.ts';
import { familyRule, notYet, type Check } from './given.ts';

/** A day is set for the panel, or moved: one arrangement at a time. An open part stands only for who chose to come. */
export const arrangePanel: Check<'arrangePanel'> = ({ review, command, policy }) => {
  if (!review || !isMet(decisionOf(review)))
    return notYet(familyRule(policy, 8), 'The panel is called once the threshold is found met.');
  return command.detail === undefined ? null : openPartFault(review, command.detail.openMinutes);
};
