import { mayDisclose, mayDiscloseAppeal } from '../consent.ts';
import type { ResolvedPolicy } from '../policy.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { decisionOf, isMet } from '../threshold.ts';
import { familyRule, notInProcedure, notYet, type Check } from './given.ts';

/** Agencies are asked for what they hold. Nothing is disclosed before a representative's consent (LLR-1.1, STF-1.3 and the like). */
export const requestReturns: Check<'requestReturns'> = ({ review, command, policy }) => {
  const { kind } = command.with;
  const rule = familyRule(policy, 5);
  if (!review) return notYet(rule, 'There is no application yet.');
  if (kind === 'appeal') {
    if (!policy.clocks.some((it) => it.per === 'appeal_request')) {
      return notInProcedure('STF-12.5', 'This procedure does not ask agencies for documents in an appeal.', 'kind');
    }
    const appeal = review.appeals.at(-1);
    if (!appeal) return notYet('STF-12.5', 'There is no appeal.');
    return mayDiscloseAppeal(appeal, review, policy) ? null : consentMissing(policy);
  }
  if (!mayDisclose(review, policy)) return consentMissing(policy);
  if (kind === 'review' && !isMet(decisionOf(review))) {
    return notYet(rule, 'Agencies are asked for the review once the threshold is found met.', 'kind');
  }
  return null;
};

export function consentMissing(policy: ResolvedPolicy): Refusal {
  return refusal(
    policy.consent.code,
    policy.consent.rule,
    'The victim has not yet agreed, in the form the procedure asks for, to being represented. Record it first: until then nothing may be disclosed.',
  );
}
