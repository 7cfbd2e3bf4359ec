import { notInProcedure, notYet, type Check } from './given.ts';

/** SHR-10.1, STF-10.1: the call back after the plan, or the progress asked for after an appeal. */
export const followUp: Check<'followUp'> = ({ review, policy }) => {
  if (!policy.followUpRule) return notInProcedure('SHR-10.1', 'This procedure has no call back.');
  return review ? null : notYet(policy.followUpRule, 'There is no case yet.');
};
