import { relevantCount } from '../bodies.ts';
import type { CaseReview } from '../caseReview.ts';
import type { ResolvedPolicy } from '../policy.ts';
import { countComplaints } from '../qualifyingComplaints.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { poolReaches, tellThreshold } from '../threshold.ts';
import { familyRule, notYet, type Check } from './given.ts';

/** The bodies' decision. People decide; the floor of STAT-3 alone blocks them, and a missing assessment or body where the rule demands it. */
export const decideThreshold: Check<'decideThreshold'> = ({ review, command, policy }) => {
  const rule = familyRule(policy, 2);
  if (!review?.application && !review?.safeguarding && !review?.appeals.length)
    return notYet(rule, 'There is no application yet.');
  if (alreadyDecided(review)) return refusal('already_done', rule, 'The threshold has already been decided.');
  const { result, bodies, approvedBy } = command.with;
  if (
    policy.settings['risk.before_decision'] === 'block' &&
    !review.risks.some((it) => it.stage === 'before_threshold')
  ) {
    return refusal(
      'risk_assessment_missing',
      policy.riskRule,
      'The victim’s risk must be assessed and recorded before the threshold is decided.',
    );
  }
  if (relevantCount(bodies) < policy.settings['threshold.min_bodies']) {
    return refusal(
      'too_few_bodies',
      policy.bodiesRule,
      `The decision is taken together by at least ${policy.settings['threshold.min_bodies']} different bodies of these: council, police, health (integrated care board), landlord. Others may decide with them and do not count.`,
      'bodies',
    );
  }
  return result === 'not_met' ? mayRefuse(review, policy, (approvedBy ?? []).length > 0) : null;
};

/** A second decision stands only after an appeal sent the first one back (STF-12.11), never after one that made it met. */
function alreadyDecided(review: CaseReview): boolean {
  const last = review.decisions.at(-1);
  if (!last) return review.safeguarding !== undefined && review.application === undefined;
  const sentBack = review.appeals.some(
    (it) =>
      it.about === 'threshold' &&
      it.decided &&
      it.decided.on >= last.on &&
      ['referred_back', 'upheld'].includes(it.decided.with.result),
  );
  return !sentBack || review.reviewOpened.some((it) => it.why === 'appeal' && it.on >= last.on);
}

/** STAT-3: no "not met" where the count or the floor is reached, nor where the hate route is; AMB-B8: the pooled count needs a second approver. */
function mayRefuse(review: CaseReview, policy: ResolvedPolicy, seconded: boolean): Refusal | null {
  const count = countComplaints(review, policy);
  const threshold = tellThreshold(review, policy, count);
  if (threshold.route === 'A' || threshold.floorMet) {
    return refusal(
      'count_reached',
      'STAT-3',
      `The complaints that count reach the threshold (${Math.max(threshold.count, threshold.floor)}). By law the decision must be that it is met.`,
      'result',
    );
  }
  if (threshold.route === 'B') {
    return refusal(
      'count_reached',
      policy.hateRule,
      'A hate incident reported in time is enough under this procedure. The decision must be that the threshold is met.',
      'result',
    );
  }
  if (poolReaches(policy, count) && !seconded) {
    return refusal(
      'second_approver_missing',
      'AMB-B8',
      'Complaints by others about the same behaviour would bring the count to the threshold. A second, senior approver is needed to find it not met.',
      'approvedBy',
    );
  }
  return null;
}
