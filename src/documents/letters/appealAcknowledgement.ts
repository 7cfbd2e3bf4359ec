import { formatDay } from '../../calendar/isoDate.ts';
import type { Letter } from '../document.ts';
import { nextDates } from '../nextDates.ts';
import { APPEAL_ABOUT_WORDS, listed } from '../plainWords.ts';
import { appealTo } from '../procedureWords.ts';
import { applicantName, closing, opening, type Writing } from './parts.ts';

/** The appeal has arrived, and who will decide it. */
export function appealAcknowledgement(writing: Writing): Letter {
  const { view } = writing;
  const appeal = view.review.appeals.at(-1);
  const told = view.told.appeals.at(-1);
  const decider = appeal?.assigned?.with.decider;
  const dates = nextDates(writing, ['heard', 'result']);
  const due = told?.dueOn ? [`You will have the result by ${formatDay(told.dueOn)}.`] : [];
  return {
    title: 'We have received your appeal',
    paragraphs: [
      ...opening(writing, appeal?.with.by ?? applicantName(view)),
      `Your appeal about ${APPEAL_ABOUT_WORDS[appeal?.about ?? 'threshold']} reached us${appeal ? ` on ${formatDay(appeal.receivedOn)}` : ''}.`,
      decider
        ? `It will be decided by ${decider.name}${appeal?.assigned ? `, for ${appeal.assigned.with.authority}` : ''}.${decider.second ? ` ${decider.second.name} of ${decider.second.from}, who had no part in the case, decides with them.` : ''}`
        : appealTo(view),
      'They read your appeal and the papers of the case. If they need more from you, they will ask. You may send anything else you would like them to read.',
      ...(dates.length ? [`What you can count on: ${listed(dates)}.`] : due),
      ...closing(writing),
    ],
  };
}
