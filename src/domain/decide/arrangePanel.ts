import { decisionOf, isMet } from '../threshold.ts';
import { familyRule, notYet, type Check } from './given.ts';

/** A day is set for the panel, or moved: one arrangement at a time. */
export const arrangePanel: Check<'arrangePanel'> = ({ review, policy }) =>
  review && isMet(decisionOf(review))
    ? null
    : notYet(familyRule(policy, 8), 'The panel is called once the threshold is found met.');
