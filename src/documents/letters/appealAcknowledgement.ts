import { formatDay } from '../../calendar/isoDate.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { APPLICANT_ASKED } from '../../domain/words.ts';
import type { Letter } from '../document.ts';
import { groundsFor } from '../appealWords.ts';
import { nextDates } from '../nextDates.ts';
import { APPEAL_ABOUT_WORDS, listed } from '../plainWords.ts';
import { appealBody } from '../procedureWords.ts';
import { conditions } from './appealRights.ts';
import { applicantName, closing, opening, type Writing } from './parts.ts';

/** The appeal has arrived, who will decide it, and what it must still say. */
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
        : `It is decided by ${appealBody(view)}.`,
      ...reasonsAsked(view),
      'They read your appeal and the papers of the case. You may send anything else you would like them to read.',
      ...(dates.length ? [`What you can count on: ${listed(dates)}.`] : due),
      ...closing(writing),
    ],
  };
}

/** An appeal that does not yet say which ground it rests on and how may still be completed (LLR-12.3, STF-12.5). */
function reasonsAsked(view: CaseView): string[] {
  const appeal = view.review.appeals.at(-1);
  if (!appeal || groundsFor(view.policy, appeal.about).length === 0) return [];
  const asked = view.told.returns.find((one) => one.kind === 'appeal' && one.agency === APPLICANT_ASKED);
  const by = asked?.status === 'open' && asked.dueOn ? ` Please write to us by ${formatDay(asked.dueOn)}.` : '';
  if (by === '' && view.told.appeals.at(-1)?.valid === true) return [];
  return [...conditions(view, appeal.about), ...(by === '' ? [] : [by.trim()])];
}
