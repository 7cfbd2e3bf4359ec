import type { Day } from '../calendar/isoDate.ts';
import type { CaseFile } from './caseReview.ts';
import type { ResolvedPolicy } from './policy.ts';
import { countComplaints, type Count } from './qualifyingComplaints.ts';
import type { ToldThreshold } from './told.ts';
import type { ThresholdResult } from './words.ts';

/** The threshold worked out: advice until the bodies decide (story 2). The floor of STAT-3 stands beside the local count. */
export function tellThreshold(file: CaseFile, policy: ResolvedPolicy, counted?: Count): ToldThreshold {
  const count = counted ?? countComplaints(file, policy);
  const route = routeOf(file, policy, count);
  const floorMet = count.floor >= policy.settings['threshold.count'];
  const warnings: NonNullable<ToldThreshold['warnings']> = [];
  if (poolReaches(policy, count)) warnings.push('pooled_count_reaches_threshold');
  if (floorMet && route === undefined) warnings.push('floor_reached');
  return {
    count: count.count,
    ...(route === undefined ? {} : { route }),
    advice: adviceOf(file, policy, route, floorMet),
    floor: count.floor,
    floorMet,
    ...(warnings.length > 0 ? { warnings } : {}),
    decided: decisionOf(file),
  };
}

/** AMB-B8: complaints by others about the same behaviour would bring the count to the threshold. */
export function poolReaches(policy: ResolvedPolicy, count: Count): boolean {
  const needed = policy.settings['threshold.count'];
  return policy.settings['threshold.pool'] === 'victim' && count.count < needed && count.pooled >= needed;
}

function routeOf(file: CaseFile, policy: ResolvedPolicy, count: Count): 'A' | 'B' | 'C' | undefined {
  if (file.safeguarding && !file.application) return 'C';
  if (!file.application || statementMissing(file, policy)) return undefined;
  if (count.count >= policy.settings['threshold.count']) return 'A';
  const hate = policy.settings['threshold.hate'];
  return hate !== null && count.hateCount >= hate.count ? 'B' : undefined;
}

/** AMB-B5, where a council asks for it: the routes want the victim's word that nothing effective was done. STAT-3 asks for none. */
const statementMissing = (file: CaseFile, policy: ResolvedPolicy): boolean =>
  policy.settings['threshold.no_effective_action'] === 'required' && !file.application?.with.noEffectiveAction;

function adviceOf(
  file: CaseFile,
  policy: ResolvedPolicy,
  route: ToldThreshold['route'],
  floorMet: boolean,
): ToldThreshold['advice'] {
  if (!file.application && !file.safeguarding) return 'not_considered';
  if (route !== undefined || floorMet) return 'met';
  return policy.settings['threshold.discretion'].length > 0 ? 'discretion' : 'not_met';
}

/** The decision that stands: the bodies' last, route C's own, or "met" by an upheld threshold appeal (LLR-12.10). */
export function decisionOf(file: CaseFile): ThresholdResult | null {
  const last = file.decisions.at(-1);
  const upheld = upheldOn(file);
  if (upheld !== null && (last === undefined || (last.with.result === 'not_met' && last.on <= upheld))) return 'met';
  if (last) return last.with.result;
  return file.safeguarding ? 'met_discretion' : null;
}

/** The day an upheld threshold appeal opened the review, or null. */
export const upheldOn = (file: CaseFile): Day | null =>
  file.reviewOpened.find((opened) => opened.why === 'appeal')?.on ?? null;

/** Do the bodies' results open a review? */
export const isMet = (result: ThresholdResult | null): boolean => result === 'met' || result === 'met_discretion';

/** The day from which the review stands open, or null. */
export function metOn(file: CaseFile): Day | null {
  if (!isMet(decisionOf(file))) return null;
  const decided = file.decisions.findLast((it) => isMet(it.with.result));
  return decided?.on ?? upheldOn(file) ?? file.safeguarding?.on ?? null;
}
