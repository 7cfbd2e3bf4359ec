import { formatDay } from '../../calendar/isoDate.ts';
import type { Letter } from '../document.ts';
import { clockLabel } from '../procedureWords.ts';
import { applicantName, closing, opening, type Writing } from './parts.ts';

/** News while more time is being taken: why, and when the next news comes. */
export function update(writing: Writing): Letter {
  const { view } = writing;
  const extension = view.review.extensions.at(-1);
  const owed = view.told.updates.find((one) => one.clock === extension?.clock) ?? view.told.updates[0];
  const late = owed
    ? `We need more time for this step: ${clockLabel(view, owed.clock)}.`
    : 'This is how your case stands.';
  return {
    title: 'An update on your ASB Case Review',
    paragraphs: [
      ...opening(writing, applicantName(view)),
      `${late}${extension ? ` The reason: ${extension.reason}` : ''} I am sorry that it takes longer.`,
      'Where the case stands today:\n',
      owed
        ? `You will hear from us again, with news or with the result. The next news is due by ${formatDay(owed.nextDueOn)}, and again in the same rhythm after each update.`
        : 'You will hear from us again as soon as there is news.',
      ...closing(writing),
    ],
  };
}
