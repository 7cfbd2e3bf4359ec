import { familyRule, notYet, type Check } from './given.ts';

/** One more action; interim ones may be ordered before the panel meets (HER-9.1). */
export const addAction: Check<'addAction'> = ({ review, policy }) =>
  review ? null : notYet(familyRule(policy, 9), 'There is no case yet.');
