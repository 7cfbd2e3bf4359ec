import { familyRule, type Check } from './given.ts';
import { openActionRefusal } from './reportAction.ts';

/** A new date for an action, with a reason. It pauses the ladder and resets nothing (AMB-C5). */
export const moveAction: Check<'moveAction'> = ({ review, command, policy }) =>
  openActionRefusal(review, command.with.action, familyRule(policy, 10));
