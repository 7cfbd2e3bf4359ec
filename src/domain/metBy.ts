import { later, type Day } from '../calendar/isoDate.ts';
import type { CaseFile } from './caseReview.ts';
import { officeReceivedOn, type Subject } from './anchors.ts';
import { appealLetter, firstLetter } from './letters.ts';
import type { ClockRule } from './policy.ts';
import { reassessedOn } from './riskReview.ts';

/** The day a clock's act was done, counted from its anchor, or null while it is not. */
export function metDay(rule: ClockRule, anchor: Day, file: CaseFile, subject: Subject): Day | null {
  const { metBy } = rule;
  if ('letter' in metBy) {
    return subject.appeal
      ? (appealLetter(file, subject.appeal, metBy.letter)?.on ?? null)
      : (firstLetter(file, metBy.letter, anchor)?.on ?? null);
  }
  switch (metBy.act) {
    case 'decided':
      return file.decisions.find((it) => it.on >= anchor)?.on ?? null;
    case 'panel_held':
      return [...(file.earlierPanels ?? []), file.panelHeld].find((it) => it && it.on >= anchor)?.on ?? null;
    case 'contact_and_risk':
      return contactAndRisk(file, anchor);
    case 'return':
      return subject.request?.answer?.firstOn ?? null;
    case 'follow_up':
      return file.followUps.find((it) => it.on >= anchor && it.with.result !== 'not_reached')?.on ?? null;
    case 'appeal':
      return appealMade(file, subject, anchor);
    case 'passed_on':
      return subject.appeal?.passedOn ?? null;
    case 'recommendation_answer':
      return subject.recommendation?.answer?.on ?? null;
    case 'risk_assessed':
      return subject.running ? reassessedOn(subject.running, file) : null;
    case 'handover':
      return subject.appeal?.handedOver?.on ?? null;
    case 'heard':
      return subject.appeal?.heardOn ?? null;
    case 'appeal_request':
      return appealRequested(file, subject);
  }
}

/** The appeal that used the window which opened on this day: the first one, or the next after the decision that opened it anew. */
function appealMade(file: CaseFile, { about }: Subject, anchor: Day): Day | null {
  const appeals = file.appeals.filter((it) => it.about === about);
  const before = appeals.findLast((it) => it.decided !== undefined && it.decided.on <= anchor);
  const since = before?.decided?.on ?? '';
  return appeals.find((it) => it !== before && it.receivedOn >= since)?.madeOn ?? null;
}

/** HER-7.1: the victim reached and the risk assessment done, both. */
function contactAndRisk(file: CaseFile, anchor: Day): Day | null {
  const reached = file.contacts.find((it) => it.reached && it.on >= anchor);
  const assessed = file.risks.find((it) => it.stage === 'review' && it.on >= anchor);
  return reached && assessed ? later(reached.on, assessed.on) : null;
}

/** STF-12.5: the request for documents, once the office has the appeal. */
function appealRequested(file: CaseFile, subject: Subject): Day | null {
  const from = officeReceivedOn(subject.appeal) ?? '';
  return (
    file.requests
      .filter((it) => it.kind === 'appeal' && it.sentOn >= from)
      .map((it) => it.sentOn)
      .sort()[0] ?? null
  );
}
