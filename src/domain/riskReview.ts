import type { Day } from '../calendar/isoDate.ts';
import type { CaseFile, RiskAssessment } from './caseReview.ts';
import { fits } from './letters.ts';
import type { ResolvedPolicy } from './policy.ts';

/** An assessment that has to be looked at again, and the day from which that is no longer owed. */
export interface RunningRisk {
  risk: RiskAssessment;
  endsOn: Day | null;
}

/**
 * AMB-C16: the last assessment of a level that is good for a time only. It is owed again until the plan is agreed, "not met"
 * is told or the case closes; one made at the end, or once the plan stands, starts nothing.
 */
export function runningRisk(file: CaseFile, policy: ResolvedPolicy): RunningRisk | null {
  const risk = file.risks.findLast(
    (it) => it.level !== 'standard' && it.stage !== 'closing' && !madeAfterPlan(it, file),
  );
  if (risk === undefined) return null;
  const refusals = file.letters.filter((it) => it.letter === policy.letters.not_met && fits(it, 'not_met', file));
  const ends = [file.planAgreedOn, file.closed?.on, ...refusals.map((it) => it.on)]
    .filter((day) => day !== undefined)
    .filter((day) => day >= risk.on);
  return { risk, endsOn: ends.sort()[0] ?? null };
}

/** SHR-10.2: a further review has its plan still to come. */
function madeAfterPlan(risk: RiskAssessment, { planAgreedOn, reviewOpened }: CaseFile): boolean {
  if (planAgreedOn === undefined || risk.on <= planAgreedOn) return false;
  return !reviewOpened.some((it) => it.why === 'follow_up' && it.on >= planAgreedOn && it.on <= risk.on);
}

/** The day it was assessed again, while that was still owed. */
export function reassessedOn({ risk, endsOn }: RunningRisk, file: CaseFile): Day | null {
  const next = file.risks[file.risks.indexOf(risk) + 1];
  return next === undefined || (endsOn !== null && next.on > endsOn) ? null : next.on;
}
