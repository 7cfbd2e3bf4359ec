import { formatDay } from '../../calendar/isoDate.ts';
import { mayDisclose } from '../../domain/consent.ts';
import { nextDates } from '../nextDates.ts';
import type { Letter } from '../document.ts';
import { listed } from '../plainWords.ts';
import { applicantName, closing, DANGER, opening, REPORT_ON, type Writing } from './parts.ts';

/** The application has arrived, what comes next, and when the next news comes. */
export function acknowledgement(writing: Writing): Letter {
  const { view } = writing;
  const received = view.review.application?.on ?? view.review.openedOn;
  const dates = nextDates(writing, ['decision', 'outcome']);
  const { procedureUrl } = view.partnership.authority;
  const shared = mayDisclose(view.review, view.policy);
  return {
    title: 'We have received your application for an ASB Case Review',
    paragraphs: [
      ...opening(writing, applicantName(view)),
      `Thank you for your application. It reached us on ${formatDay(received)}. I am sorry that you have had to ask.`,
      `An ASB Case Review brings the organisations together that can do something about anti-social behaviour. They look at what has been done, and agree what should be done now. It is not about blame, and it is not a complaint procedure.${procedureUrl === undefined ? '' : ` Our procedure is at ${procedureUrl}.`}`,
      ...(shared
        ? []
        : [
            `You apply for somebody else. We need the consent of the person you apply for${consentWords(view.policy.consent.forms)} before we may ask anybody about the case. Please send it to us.`,
          ]),
      `This is what happens next. ${shared ? 'We ask' : 'With that consent we ask'} the organisations that the behaviour was reported to what they hold. Then at least ${view.policy.settings['threshold.min_bodies']} of them decide together whether the threshold for a review is met. They look at how often and when the behaviour was reported. Whether somebody has already done something about it cannot count against you.`,
      ...(dates.length
        ? [`What you can count on: ${listed(dates)}.`]
        : ['We will write to you as soon as they have decided.']),
      'We share what you told us only with the organisations that need it for the review. We do not give your details to the people whose behaviour you reported.',
      `${REPORT_ON} ${DANGER}`,
      ...closing(writing),
    ],
  };
}

/** The form of consent, where not every form will do (LLR-1.1, STF-1.3). */
function consentWords(forms: readonly string[]): string {
  if (forms.includes('verbal')) return '';
  return forms.includes('written') ? ', in writing,' : ', in a declaration that they have signed,';
}
