import { formatDay } from '../../calendar/isoDate.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { Letter } from '../document.ts';
import { BODY_WORDS, listed } from '../plainWords.ts';
import { appealFormTitle } from '../procedureWords.ts';
import { appealForm, appealRights } from './appealRights.ts';
import { declined } from './declined.ts';
import { applicantName, closing, opening, type Writing } from './parts.ts';

/** The threshold is not met: why, complaint by complaint, what can still be done, and how to appeal. */
export function thresholdNotMet(writing: Writing): Letter {
  const { view } = writing;
  const decision = view.review.decisions.at(-1);
  const bodies = decision ? listed(decision.with.bodies.map((body) => BODY_WORDS[body])) : 'the bodies concerned';
  if (!decision && view.review.declined) return declined(writing, view.review.declined);
  const form = appealFormTitle(writing.letter);
  return {
    title: 'The decision on your application for an ASB Case Review',
    paragraphs: [
      ...opening(writing, applicantName(view)),
      `I am sorry to tell you that your application does not meet the threshold for an ASB Case Review. The decision was taken together by ${bodies}${decision ? ` on ${formatDay(decision.on)}` : ''}.`,
      ...(decision ? [`Their reasons: ${decision.with.reasons}`] : []),
      `This is how each complaint in your application was looked at: ${complaintWords(view)}`,
      'This does not mean that what happened did not matter. We will ask the organisations what else can be done for you now, and tell you. If it goes on, report each time as soon as you can, and apply again: a new application is looked at afresh.',
      'Victim services and independent advocates can help you, free of charge, whatever this decision says. We can put you in touch if you wish.',
      ...appealRights(writing, 'threshold'),
      'An appeal is about this decision. If you are unhappy with how an organisation served you, you can use its own complaint procedure as well.',
      ...closing(writing),
      ...appealForm(form, view.reference),
    ],
  };
}

function complaintWords(view: CaseView): string {
  const said = view.told.complaints.map((told, at) => {
    const complaint = view.review.complaints.find((one) => one.ref === told.ref);
    const day = complaint ? ` of ${formatDay(complaint.occurredOn)}` : '';
    const why = {
      counted: 'counted',
      not_by_victim: 'not counted, because somebody else made it',
      relied_on_before: 'not counted, because an earlier review relied on it',
      same_incident: 'not counted on its own, because it is about the same incident as another',
      reported_late: `not counted, because it was reported after ${told.reportBy ? formatDay(told.reportBy) : 'the last day for it'}`,
      outside_window: `not counted, because it was too old when you applied${told.countsUntil ? ` (it counted until ${formatDay(told.countsUntil)})` : ''}`,
      not_hate: 'not counted',
    }[told.why];
    return `${at + 1}. The incident${day}: ${why}.`;
  });
  return said.join(' ') || 'none was listed.';
}
