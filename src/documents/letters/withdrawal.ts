import { formatDay } from '../../calendar/isoDate.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { Letter } from '../document.ts';
import { listed } from '../plainWords.ts';
import { applicantName, closing, opening, type Writing } from './parts.ts';

/** The review is closed because the victim asked for it or could not be reached; it opens again on contact. */
export function withdrawal(writing: Writing): Letter {
  const { view } = writing;
  const { closed } = view.review;
  const on = closed ? ` on ${formatDay(closed.on)}` : '';
  return {
    title: 'Your ASB Case Review has been closed',
    paragraphs: [
      ...opening(writing, applicantName(view)),
      closed?.as === 'withdrawn'
        ? `As you asked, your ASB Case Review was withdrawn and closed${on}.`
        : `We have not been able to reach you. ${attempts(view)}Because of that your ASB Case Review was listed as withdrawn and closed${on}.`,
      'This does not have to be the end. If you get in touch, we open the case again where it stopped; nothing is lost and you do not have to apply anew. You can also ask somebody you trust to get in touch for you.',
      'If the behaviour goes on, please keep reporting it. If somebody is in danger, call the police at once. Victim services can help you whether or not there is a review.',
      ...closing(writing),
    ],
  };
}

const MEANS = { letter: 'by letter', phone: 'by telephone', email: 'by e-mail', visit: 'by a visit' };

function attempts(view: CaseView): string {
  const tried = view.review.contacts.filter((one) => !one.reached);
  if (tried.length === 0) return '';
  return `We tried ${listed(tried.map((one) => `${MEANS[one.means]} on ${formatDay(one.on)}`))}. `;
}
