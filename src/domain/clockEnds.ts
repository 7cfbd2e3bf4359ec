import type { Day } from '../calendar/isoDate.ts';
import type { Subject } from './anchors.ts';
import type { CaseFile } from './caseReview.ts';
import type { ClockRule } from './policy.ts';
import { decisionOf, isMet, upheldOn } from './threshold.ts';

/** Is a clock of this kind a matter of this case at all? Route C has no application, so no acknowledgement and no refusal. */
export function isOwed(rule: ClockRule, file: CaseFile): boolean {
  switch (rule.onlyIf) {
    case 'application':
    case 'not_met':
      return file.application !== undefined;
    case 'met':
      return file.application !== undefined || file.safeguarding !== undefined;
    case 'passed_back':
      return upheldOn(file) !== null;
    case 'not_passed_back':
      return hasReview(file);
    default:
      return rule.per !== undefined || isAppealClock(rule) || hasReview(file);
  }
}

/** An appeal that came alone has none of the clocks of an application. */
const hasReview = (file: CaseFile): boolean => file.application !== undefined || file.safeguarding !== undefined;
const isAppealClock = (rule: ClockRule): boolean => rule.from === 'appeal_result_with_recommendations';

/** The day from which a clock is no longer owed, or null while it is. What passed undone before that day stays missed. */
export function endedDay(rule: ClockRule, file: CaseFile, subject: Subject): Day | null {
  const ends = [endedByDecision(rule, file), endedByEvent(rule, file, subject), endedByClosing(rule, file)];
  return ends.filter((day): day is Day => day !== null).sort()[0] ?? null;
}

/** Once the bodies decide, the clock of the other answer is superseded, and after "not met" those of the review. */
function endedByDecision(rule: ClockRule, file: CaseFile): Day | null {
  const first = file.decisions[0];
  const refusedOn = file.declined?.on ?? null;
  if (rule.onlyIf === 'met') return first?.with.result === 'not_met' ? first.on : refusedOn;
  if (rule.onlyIf === 'not_met') return first && isMet(first.with.result) ? first.on : null;
  if (rule.onlyIf === 'not_passed_back' && upheldOn(file) !== null) return upheldOn(file);
  if (!isOfReview(rule)) return null;
  const last = file.decisions.at(-1);
  if (isMet(decisionOf(file))) return null;
  return last?.with.result === 'not_met' ? last.on : refusedOn;
}

/** Clocks that run only where a review follows. */
const isOfReview = (rule: ClockRule): boolean =>
  ['met_letter', 'decided_met', 'panel_held', 'plan_agreed', 'acknowledged_or_received'].includes(rule.from);

/** A return is no longer owed once the decision, meeting or appeal decision it was for has come, nor an appeal passed on that is decided. */
function endedByEvent(rule: ClockRule, file: CaseFile, subject: Subject): Day | null {
  if (subject.running) return subject.running.endsOn;
  if (rule.per === 'appeal_to_lead') return subject.appeal?.decided?.on ?? null;
  if (!subject.request || !('act' in rule.metBy) || rule.metBy.act !== 'return') return null;
  return returnEndsOn(subject.request.kind, subject.request.sentOn, file);
}

/** The day of the decision, panel or appeal decision that a request was for, or null while it is to come. */
export function returnEndsOn(kind: 'threshold' | 'review' | 'appeal', sentOn: Day, file: CaseFile): Day | null {
  if (kind === 'threshold') return file.decisions.find((it) => it.on >= sentOn)?.on ?? file.declined?.on ?? null;
  if (kind === 'review') return file.panelHeld && file.panelHeld.on >= sentOn ? file.panelHeld.on : null;
  return file.appeals.at(-1)?.decided?.on ?? null;
}

/** Closing ends what was still to come of the review; rights, appeals, the call back and the letter about the closing go on. */
const endedByClosing = (rule: ClockRule, file: CaseFile): Day | null =>
  rule.outlivesClosing ? null : (file.closed?.on ?? null);
