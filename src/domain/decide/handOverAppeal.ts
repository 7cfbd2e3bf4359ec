import { mayDiscloseAppeal } from '../consent.ts';
import { currentAppeal } from './appealActs.ts';
import type { Check } from './given.ts';
import { consentMissing } from './requestReturns.ts';

/** The documents go to whoever decides (LLR-12.6, STF-12.10); nothing before a representative's consent. */
export const handOverAppeal: Check<'handOverAppeal'> = ({ review, command, policy }) => {
  const found = currentAppeal(review, command.act, policy);
  if ('refused' in found) return found.refused;
  return review && mayDiscloseAppeal(found.appeal, review, policy) ? null : consentMissing(policy);
};
