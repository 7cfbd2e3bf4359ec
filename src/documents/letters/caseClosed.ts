import type { CaseView } from '../../domain/caseView.ts';
import type { ClosedAs } from '../../domain/words.ts';
import type { Letter } from '../document.ts';
import { listed } from '../plainWords.ts';
import { nextDates } from '../nextDates.ts';
import { doneWords, keptWords, undoneWords } from './caseStory.ts';
import { endRights, endWords } from './ended.ts';
import { applicantName, closing, DANGER, isVictim, opening, type Writing } from './parts.ts';

/**
 * STAT-12d, STAT-13: when and why the case ends, what was done in it and what was not, how to be dissatisfied, how to come back.
 * Also Hertsmere's letter of withdrawal (HER-11.4).
 */
export function caseClosed(writing: Writing): Letter {
  const { view } = writing;
  const { closed } = view.review;
  const calls = nextDates(writing, ['followUp']);
  return {
    title: 'Your ASB Case Review has been closed',
    paragraphs: [
      ...opening(writing, applicantName(view)),
      ...(closed ? [endWords(writing, closed)] : []),
      ...linesOf('This is what was done:', doneWords(view)),
      ...linesOf('This was not done:', undoneWords(view)),
      ...keptWords(view),
      ...(calls.length > 0 ? [`The case is closed, but you can still count on ${listed(calls)}.`] : []),
      ...(closed ? [comeBack(closed.as, view)] : []),
      ...endRights(writing),
      `If the behaviour goes on, please keep reporting it each time. ${DANGER} Victim services can help you whether or not there is a review.`,
      ...closing(writing),
    ],
  };
}

const linesOf = (head: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [[head, ...lines.map((line) => `- ${line}`)].join('\n')] : [];

/** How to come back: only what can be done. A case closed for want of contact opens again on contact (AMB-C6), no other does. */
function comeBack(as: ClosedAs, view: CaseView): string {
  const who = isVictim(view) ? 'you' : 'the victim';
  switch (as) {
    case 'no_contact':
      return `This does not have to be the end. If ${who} ${who === 'you' ? 'get' : 'gets'} in touch, we open the case again where it stopped; nobody has to apply anew. Somebody you trust can get in touch as well.`;
    case 'withdrawn':
      return 'If you want a review after all, you can apply again at any time. A new application is looked at afresh.';
    case 'duplicate':
      return 'If something happens that stands in no case yet, tell us. You can also apply again: a new application is looked at afresh.';
    default:
      return 'If the behaviour goes on or comes back, tell us. You can also apply again: a new application is looked at afresh.';
  }
}
