import { closingLetter } from '../closing.ts';
import type { ClosedAs } from '../words.ts';
import { letterStep, wasSent, type Draft, type StepContext } from './context.ts';
import { numbered } from './letterWords.ts';

/** How a case comes to its end at any stage: the applicant has withdrawn; it was closed, and the applicant is still to be told. */
export function stepsOfClosing(context: StepContext): Draft[] {
  const { closed } = context.review;
  return closed === undefined ? withdrawn(context) : told(context, closed);
}

function withdrawn({ review, spoc }: StepContext): Draft[] {
  const { withdrawal } = review;
  // An open action comes first: the case cannot be closed before it has ended.
  if (withdrawal === undefined || review.actions.some((it) => it.status === 'open')) return [];
  return [
    {
      key: 'close',
      who: spoc,
      words: 'Close the case: the applicant has withdrawn',
      opens: { form: 'close' },
      before: withdrawal.on,
    },
  ];
}

function told(context: StepContext, { on, as }: { on: string; as: ClosedAs }): Draft[] {
  const letter = closingLetter(as, context.policy);
  if (letter === null || wasSent(context.review, letter, on)) return [];
  const words = `Tell the applicant when and why the case was closed${numbered(letter)}`;
  return [letterStep(context, letter, words)];
}
