import type { CaseView } from '../../domain/caseView.ts';
import { reachOf } from '../../domain/openPart.ts';
import { nextDates } from '../nextDates.ts';
import type { Letter } from '../document.ts';
import { listed } from '../plainWords.ts';
import { applicantName, closing, DANGER, isVictim, opening, REPORT_ON, support, type Writing } from './parts.ts';
import { waysToBeHeard } from './waysToBeHeard.ts';
import { whyReviewed } from './whyReviewed.ts';

/** The threshold is met: what follows, support, and how the victim is heard. */
export function thresholdMet(writing: Writing): Letter {
  const { view } = writing;
  const you = isVictim(view) ? 'you' : 'the victim';
  const call = nextDates(writing, ['contact']);
  const dates = nextDates(writing, ['contact', 'outcome']);
  return {
    title: 'Your case will be reviewed',
    paragraphs: [
      ...opening(writing, applicantName(view)),
      ...whyReviewed(view),
      `We now ask each organisation what was reported to it and what it did. Then a panel of these organisations meets${chairWords(view)}. It looks at the whole case and agrees a plan: who does what, by when.`,
      `How ${you} can be heard. The panel wants to know how this has affected ${you}. ${waysToBeHeard(view)} Not coming does not count against ${you}.`,
      call.length > 0
        ? `${mayRing(view) ? 'We ring' : 'We get in touch with'} ${you}, to explain the steps, to ask what ${you} would like, and to talk about safety and about what support would help.`
        : `Please tell your contact below which way suits ${you}, which days do not, and what support would help.`,
      `Support. ${support(view)}`,
      ...(dates.length ? [`What you can count on: ${listed(dates)}.`] : []),
      `${REPORT_ON} ${DANGER} Nothing has to wait for the panel.`,
      ...closing(writing),
    ],
  };
}

/** Only where the procedure wants one may a letter promise one. */
const chairWords = ({ policy }: CaseView): string =>
  ['required', 'named'].includes(policy.settings['chair.independent'])
    ? ', led by a chair who had no part in the case'
    : '';

const mayRing = ({ review }: CaseView): boolean => reachOf(review).notBy?.includes('phone') !== true;
