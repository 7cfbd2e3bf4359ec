import type { Day } from '../calendar/isoDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import { numberOf } from './appealNames.ts';
import type { Appeal, CaseFile, MadeRecommendation, ReturnRequest } from './caseReview.ts';
import { isUntold, isWithoutContact } from './closing.ts';
import { appealLetter, letterOf, toldOn } from './letters.ts';
import type { Anchor, ResolvedPolicy } from './policy.ts';
import type { RunningRisk } from './riskReview.ts';
import { metOn, upheldOn } from './threshold.ts';
import type { AppealAbout } from './words.ts';

/** What one clock of several with the same id is about. */
export interface Subject {
  of?: string;
  request?: ReturnRequest;
  appeal?: Appeal;
  about?: AppealAbout;
  recommendation?: MadeRecommendation;
  running?: RunningRisk;
}

/** The day a clock counts from, or null while it has not come. */
export function anchorDay(
  from: Anchor,
  file: CaseFile,
  subject: Subject,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
): Day | null {
  const { appeal } = subject;
  switch (from) {
    case 'application':
      return applied(file, policy);
    case 'acknowledged':
      return letterOf(file, policy, 'acknowledgement')?.on ?? null;
    case 'acknowledged_or_received':
      return policy.settings['review.anchor'] === 'received'
        ? applied(file, policy)
        : (letterOf(file, policy, 'acknowledgement')?.on ?? null);
    case 'met_letter':
      return letterOf(file, policy, 'met')?.on ?? null;
    case 'decided_met':
      return metOn(file);
    case 'request_sent':
      return subject.request?.sentOn ?? null;
    case 'panel_held':
      return file.panelHeld?.on ?? null;
    case 'plan_agreed':
      return file.planAgreedOn ?? null;
    case 'closed_without_contact':
      return file.closed && isWithoutContact(file.closed.as) ? file.closed.on : null;
    case 'closed_untold':
      return file.closed && isUntold(file.closed.as) ? file.closed.on : null;
    case 'told':
      return subject.about ? toldOn(file, subject.about, policy, calendar) : null;
    case 'appeal_received':
      if (policy.settings['appeal.ack_anchor'] === 'handling' && policy.appeal.otherAuthorityRule) {
        return appeal?.handedOver?.on ?? null;
      }
      return appeal?.receivedOn ?? null;
    case 'appeal_to_lead':
      return appeal?.receivedOn ?? null;
    case 'recommended':
      return subject.recommendation ? recommendedOn(subject.recommendation, file, policy) : null;
    case 'risk_assessed':
      return subject.running?.risk.on ?? null;
    case 'appeal_assigned':
      return appeal?.assigned?.on ?? null;
    case 'appeal_acknowledged':
      return appeal ? (appealLetter(file, appeal, [policy.letters.appeal_acknowledged])?.on ?? null) : null;
    case 'appeal_heard':
      return appeal?.heardOn ?? null;
    case 'appeal_backstop':
      return policy.settings['appeal.threshold_backstop'].anchor === 'application'
        ? applied(file, policy)
        : (appeal?.receivedOn ?? null);
    case 'office_received':
      return officeReceivedOn(appeal);
    case 'appeal_result_with_recommendations':
      return resultWithRecommendations(file, policy);
    case 'passed_back':
      return passedBackOn(file, policy);
  }
}

/** Duties run from receipt (AMB-A9); a senior manager's decision stands for the application (AMB-C9). */
function applied(file: CaseFile, policy: ResolvedPolicy): Day | null {
  if (!file.application) return file.safeguarding?.on ?? null;
  return policy.settings['clock.application_anchor'] === 'form_date' ? file.application.madeOn : file.application.on;
}

/** STF-12.4: the one anchor of all steps, the day the office has it. */
export function officeReceivedOn(appeal: Appeal | undefined): Day | null {
  if (!appeal) return null;
  return appeal.with.to === 'office' ? appeal.receivedOn : (appeal.passedOn ?? null);
}

/** STF-10.1: when the result went out, if it carried recommendations. */
function resultWithRecommendations(file: CaseFile, policy: ResolvedPolicy): Day | null {
  const appeal = file.appeals.findLast((it) => (it.decided?.with.recommendations ?? []).length > 0);
  return appeal ? (appealLetter(file, appeal, [policy.letters.appeal_result])?.on ?? null) : null;
}

/** AMB-C15: a body has its time from the plan, or from the letter that tells the result of the appeal. */
function recommendedOn(made: MadeRecommendation, file: CaseFile, policy: ResolvedPolicy): Day | null {
  if (made.appeal === undefined) return made.on ?? file.planAgreedOn ?? null;
  const appeal = file.appeals.find((it) => numberOf(it, file) === made.appeal);
  const { appeal_result, appeal_criteria_not_met } = policy.letters;
  return appeal ? (appealLetter(file, appeal, [appeal_result, appeal_criteria_not_met])?.on ?? null) : null;
}

/** AMB-D5: thirty working days from Letter 6, or from the Letter 2a that follows it. */
function passedBackOn(file: CaseFile, policy: ResolvedPolicy): Day | null {
  const upheld = upheldOn(file);
  if (upheld === null) return null;
  const name = policy.settings['passback.anchor'] === 'letter2a' ? policy.letters.met : policy.letters.appeal_result;
  return file.letters.find((it) => it.letter === name && it.on >= upheld)?.on ?? null;
}
