import { formatDay } from '../../calendar/isoDate.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { nextDates } from '../nextDates.ts';
import type { Letter } from '../document.ts';
import { BODY_WORDS, listed } from '../plainWords.ts';
import { applicantName, closing, isVictim, opening, type Writing } from './parts.ts';

/** The threshold is met: what follows, support, and how the victim is heard. */
export function thresholdMet(writing: Writing): Letter {
  const { view } = writing;
  const decision = view.review.decisions.at(-1);
  const you = isVictim(view) ? 'you' : 'the victim';
  const your = isVictim(view) ? 'your' : 'the victim’s';
  const dates = nextDates(writing, ['contact', 'outcome']);
  const bodies = decision ? listed(decision.with.bodies.map((body) => BODY_WORDS[body])) : 'the bodies concerned';
  const safeguarding = view.review.safeguarding;
  return {
    title: 'Your case will be reviewed',
    paragraphs: [
      ...opening(writing, applicantName(view)),
      safeguarding
        ? `On ${formatDay(safeguarding.on)} a senior manager decided that there should be an ASB Case Review, to keep you safe. You did not have to apply.`
        : `Your application meets the threshold for an ASB Case Review. ${bodies.charAt(0).toUpperCase()}${bodies.slice(1)} decided this together${decision ? ` on ${formatDay(decision.on)}` : ''}.`,
      ...(decision && !safeguarding ? [`Their reasons: ${decision.with.reasons}`] : []),
      `We now ask each organisation what was reported to it and what it did. Then a panel of these organisations meets${chairWords(view)}. It looks at the whole case and agrees a plan: who does what, by when.`,
      `How ${you} can be heard. The panel wants to know how this has affected ${you}. There are several ways; please choose the one that suits: come to the first part of the meeting${slotWords(view)}, alone or with somebody you trust; send somebody to speak; write a statement, which the panel reads before it begins; or have a statement read out. Not coming does not count against ${you}. If ${you} would like to come, tell us which days do not suit.`,
      `Somebody from our team will be in touch soon, by telephone if we may, to explain the steps, to ask what ${you} would like, and to talk about ${your} safety and what support would help.`,
      'Support. Victim services and independent advocates can help, free of charge: with the effect of what happened, with speaking for you, or with coming to the meeting. We can give you their names and, if you say yes, put you in touch. You can also go to them yourself.',
      ...(dates.length ? [`What you can count on: ${listed(dates)}.`] : []),
      'If anything more happens, report it as before and tell us too. If somebody is in danger, call the police at once: nothing has to wait for the panel.',
      ...closing(writing),
    ],
  };
}

/** Only where the procedure wants one may a letter promise one. */
const chairWords = ({ policy }: CaseView): string =>
  ['required', 'named'].includes(policy.settings['chair.independent'])
    ? ', led by a chair who had no part in the case'
    : '';

const slotWords = ({ policy }: CaseView): string =>
  policy.settings.slot_minutes === null ? '' : ` for about ${policy.settings.slot_minutes} minutes`;
