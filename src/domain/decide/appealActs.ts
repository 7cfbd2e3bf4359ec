import type { Act } from '../acts.ts';
import type { Appeal, CaseReview } from '../caseReview.ts';
import type { ResolvedPolicy } from '../policy.ts';
import type { Refusal } from '../refusals.ts';
import { familyRule, notInProcedure, notYet } from './given.ts';

/** The appeal an act belongs to, the one received last; or why the act cannot stand. */
export function currentAppeal(
  review: CaseReview | null,
  act: Act,
  policy: ResolvedPolicy,
): { appeal: Appeal } | { refused: Refusal } {
  const lacking = policy.actsLacking[act];
  if (lacking !== undefined)
    return { refused: notInProcedure(lacking, 'This procedure has no such step in an appeal.') };
  const appeal = review?.appeals.at(-1);
  return appeal ? { appeal } : { refused: notYet(familyRule(policy, 12), 'There is no appeal.') };
}
