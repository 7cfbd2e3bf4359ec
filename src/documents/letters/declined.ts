import { formatDay } from '../../calendar/isoDate.ts';
import type { With } from '../../domain/acts.ts';
import type { Day } from '../../calendar/isoDate.ts';
import type { Letter } from '../document.ts';
import { appealFormTitle } from '../procedureWords.ts';
import { appealForm, appealRights } from './appealRights.ts';
import { applicantName, closing, opening, type Writing } from './parts.ts';

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
      `I am sorry to tell you that we cannot take your application as an ASB Case Review. This was decided on ${formatDay(on)}. Your complaints were not measured against the threshold.`,
      `The reason in our procedure: ${reason}.`,
      refusal.text,
      'If it goes on, report each time as soon as you can. You can apply again: a new application is looked at afresh.',
      'Victim services and independent advocates can help you, free of charge, whatever this decision says. We can put you in touch if you wish.',
      ...appealRights(writing, 'threshold'),
      ...closing(writing),
      ...appealForm(appealFormTitle(writing.letter), view.reference),
    ],
  };
}
