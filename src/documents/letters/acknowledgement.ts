import { formatDay } from '../../calendar/isoDate.ts';
import { nextDates } from '../nextDates.ts';
import type { Letter } from '../document.ts';
import { listed } from '../plainWords.ts';
import { applicantName, closing, opening, type Writing } from './parts.ts';

/** The application has arrived, what comes next, and when the next news comes. */
export function acknowledgement(writing: Writing): Letter {
  const { view } = writing;
  const received = view.review.application?.on ?? view.review.openedOn;
  const dates = nextDates(writing, ['decision', 'outcome']);
  return {
    title: 'We have received your application for an ASB Case Review',
    paragraphs: [
      ...opening(writing, applicantName(view)),
      `Thank you for your application. It reached us on ${formatDay(received)}. I am sorry that you have had to ask.`,
      'An ASB Case Review brings the organisations together that can do something about anti-social behaviour. They look at what has been done, and agree what should be done now. It is not about blame, and it is not a complaint procedure.',
      'This is what happens next. We ask the organisations that you reported to what they hold. Then at least two of them decide together whether the threshold for a review is met. They look at how often and when the behaviour was reported. Whether somebody has already done something about it cannot count against you.',
      ...(dates.length
        ? [`What you can count on: ${listed(dates)}.`]
        : ['We will write to you as soon as they have decided.']),
      'We share what you told us only with the organisations that need it for the review. We do not give your details to the people whose behaviour you reported.',
      'If anything more happens, report it as before, to the police or the council, and tell us too. If you or somebody else is in danger, call the police at once.',
      ...closing(writing),
    ],
  };
}
