import { formatDay } from '../calendar/isoDate.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { ReturnRequest } from '../domain/caseReview.ts';
import { agencyNameOf } from '../domain/whoIsWho.ts';
import { heading, list, table, text, type Block, type Doc } from './document.ts';
import { capital, complaintName, RETURN_KIND_WORDS, RISK_WORDS, VOICE_WORDS } from './plainWords.ts';
import { formLabel } from './procedureWords.ts';
import { returnFields } from './returnFields.ts';

/** What the panel reads before it meets: the complaints, what each agency sent, who sent nothing, and what is for the closed session alone. */
export function pack(view: CaseView): Doc {
  const { review } = view;
  const asked = review.requests.filter((one) => one.kind !== 'appeal');
  const risk = review.risks.at(-1);
  return {
    title: 'Pack for the panel',
    reference: view.reference,
    blocks: [
      text(
        'Confidential: for the members of the panel alone. What is marked “closed session” must not be spoken of while the victim is in the room.',
      ),
      ...(review.panelArranged ? [text(`The panel meets on ${formatDay(review.panelArranged.with.for)}.`)] : []),
      heading('At a glance'),
      list(
        [
          ...(risk ? [`Risk: ${RISK_WORDS[risk.level]}, assessed on ${formatDay(risk.on)}.`] : []),
          ...(review.voice ? [`The victim’s voice: ${VOICE_WORDS[review.voice.mode]}.`] : []),
          `${capital(formLabel(view))}: ${asked.filter((one) => one.answer).length} of ${asked.length} answered.`,
        ],
        '',
      ),
      heading('The complaints'),
      complaintTable(view),
      heading('No answer from'),
      list(unanswered(view), 'Every agency that was asked has answered.'),
      ...asked.flatMap((one) => (one.answer ? answer(view, one) : [])),
    ],
  };
}

function complaintTable(view: CaseView): Block {
  const rows = view.review.complaints.map((complaint) => [
    complaintName(complaint.ref),
    formatDay(complaint.occurredOn),
    complaint.reports.map((report) => `${report.to}, ${formatDay(report.on)}`).join('; '),
    view.told.complaints.find((told) => told.ref === complaint.ref)?.counted ? 'counted' : 'not counted',
  ]);
  return table(['No.', 'Happened on', 'Reported to', 'Threshold'], rows, 'No complaint is listed.');
}

const unanswered = (view: CaseView): string[] =>
  view.review.requests
    .filter((one) => !one.answer && one.kind !== 'appeal')
    .map(
      (one) =>
        `${agencyNameOf(view.partnership, one.agency)}, ${RETURN_KIND_WORDS[one.kind]}, asked on ${formatDay(one.sentOn)}`,
    );

/** One agency's form as it was sent; what it marked for the closed session says so on every line. */
function answer(view: CaseView, request: ReturnRequest): Block[] {
  const { answer: given } = request;
  if (!given) return [];
  const told = view.told.returns.find((one) => one.agency === request.agency && one.kind === request.kind);
  const result = { held: 'Holds information', nil: 'Holds nothing', withheld: 'Holds information it cannot share' }[
    given.result
  ];
  const late = told?.late ? ' Late.' : '';
  return [
    heading(`${agencyNameOf(view.partnership, request.agency)} · ${RETURN_KIND_WORDS[request.kind]}`),
    text(
      `${result}. Sent on ${formatDay(given.firstOn)}.${late}${given.ground ? ` Reason for not sharing: ${given.ground}` : ''}`,
    ),
    ...(given.detail ? returnFields(given.detail) : []),
  ];
}
