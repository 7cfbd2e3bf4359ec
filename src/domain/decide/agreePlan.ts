import { familyRule, notYet, type Check } from './given.ts';

/** The plan: each action with one owner and one date; recommendations to bodies. */
export const agreePlan: Check<'agreePlan'> = ({ review, policy }) =>
  review?.panelHeld ? null : notYet(familyRule(policy, 9), 'The plan is agreed by the panel, which has not met.');
