import { formatDay } from '../../calendar/isoDate.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { Letter } from '../document.ts';
import { counted } from '../plainWords.ts';
import { clockLabel } from '../procedureWords.ts';
import { applicantName, closing, opening, type Writing } from './parts.ts';

/** News of the case, and where more time is being taken: why, and when the next news comes. */
export function update(writing: Writing): Letter {
  const { view } = writing;
  const owed = view.told.updates[0];
  const extension = view.review.extensions.filter((one) => one.clock === owed?.clock).at(-1);
  return {
    title: 'An update on your ASB Case Review',
    paragraphs: [
      ...opening(writing, applicantName(view)),
      ...(owed
        ? [
            `We need more time for this step: ${clockLabel(view, owed.clock)}.${extension ? ` The reason: ${extension.reason}` : ''} I am sorry that it takes longer.`,
          ]
        : []),
      `This is how your case stands. ${standing(view)}`,
      owed
        ? `The next news is due by ${formatDay(owed.nextDueOn)}. You will hear from us by then, and again in the same rhythm until this step is done.`
        : 'You will hear from us again as soon as there is news.',
      ...closing(writing),
    ],
  };
}

/** One or two sentences from the record; nothing that was said in a closed session. */
function standing({ review, told }: CaseView): string {
  const waiting = told.returns.filter((one) => one.status === 'open' || one.status === 'overdue').length;
  const forms = waiting ? ` We are waiting for ${counted(waiting, 'organisation')} to answer.` : '';
  switch (told.case.stage) {
    case 'closed':
      return 'It is closed.';
    case 'plan': {
      const ended = review.actions.filter((action) => action.status !== 'open').length;
      return `The plan has ${counted(review.actions.length, 'action')}. ${ended} of them ${ended === 1 ? 'has' : 'have'} been done or have ended.`;
    }
    case 'review':
      return review.panelArranged
        ? `The panel meets on ${formatDay(review.panelArranged.with.for)}.${forms}`
        : `The day for the panel is being looked for.${forms}`;
    default:
      return `The decision on the threshold has not been taken yet.${forms}`;
  }
}
