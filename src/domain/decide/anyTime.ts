import type { Act } from '../acts.ts';
import { familyRule, notYet, type Given } from './given.ts';
import type { Refusal } from '../refusals.ts';

/** Acts that rest on nothing but a case: they record what was done. */
export const anyTime =
  (family: number) =>
  <A extends Act>({ review, policy }: Given<A>): Refusal | null =>
    review ? null : notYet(familyRule(policy, family), 'There is no case yet.');
