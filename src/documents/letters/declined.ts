import { formatDay } from '../../calendar/isoDate.ts';
import type { With } from '../../domain/acts.ts';
import type { Day } from '../../calendar/isoDate.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { Letter } from '../document.ts';
import { listed } from '../plainWords.ts';
import { appealFormTitle } from '../procedureWords.ts';
import { appealForm, appealRights } from './appealRights.ts';
import { COMPLAINT_ROUTES } from './complaintRoutes.ts';
import { applicantName, closing, DANGER, opening, sentence, support, type Writing } from './parts.ts';

/** The application was declined for a reason of the procedure's own list, and the threshold was not decided (HER-1.4, LLR-1.4). */
export function declined(
  writing: Writing,
  { on, with: refusal }: { on: Day; with: With<'declineApplication'> },
): Letter {
  const { view } = writing;
  const reason = view.policy.decline.reasons[refusal.reason] ?? refusal.reason;
  return {
    title: 'Your application for an ASB Case Review',
    paragraphs: [
      ...opening(writing, applicantName(view)),
      `I am sorry to tell you that we cannot take your application as an ASB Case Review. This was decided on ${formatDay(on)} by ${deciders(view, refusal.approvedBy)}. Your complaints were not measured against the threshold.`,
      `The reason in our procedure: ${sentence(reason)}`,
      sentence(refusal.text),
      `If it goes on, report each time as soon as you can. You can apply again: a new application is looked at afresh. ${DANGER}`,
      support(view),
      ...appealRights(writing, 'threshold'),
      `An appeal is about this decision. ${COMPLAINT_ROUTES}`,
      ...closing(writing),
      ...appealForm(appealFormTitle(writing.letter), view, 'threshold'),
    ],
  };
}

/** By their offices, where somebody approved it; else the authority that recorded it. */
function deciders(view: CaseView, approvedBy: With<'declineApplication'>['approvedBy']): string {
  const { name } = view.partnership.authority;
  return approvedBy.length > 0 ? `${listed(approvedBy.map((it) => it.role))}, for ${name}` : name;
}
