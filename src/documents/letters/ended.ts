import { formatDay } from '../../calendar/isoDate.ts';
import type { Closing, SentLetter } from '../../domain/caseReview.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { windowOpenedBy } from '../../domain/closing.ts';
import { contactTries } from '../../domain/contactTries.ts';
import { listed, MEANS_WORDS } from '../plainWords.ts';
import { appealRights } from './appealRights.ts';
import { COMPLAINT_ROUTES } from './complaintRoutes.ts';
import { isVictim, type Writing } from './parts.ts';

/** When and why the case ends, as the record has it. */
export function endWords({ view }: Writing, closed: Closing): string {
  const on = formatDay(closed.on);
  switch (closed.as) {
    case 'withdrawn':
      return `${withdrawalWords(view)}Because of that your ASB Case Review was closed as withdrawn on ${on}.`;
    case 'no_contact':
      return `We have not been able to reach ${isVictim(view) ? 'you' : 'the victim'}. ${triesWords(view)}Because of that the ASB Case Review was listed as withdrawn and closed on ${on}.`;
    case 'duplicate':
      return `Your ASB Case Review was closed on ${on}, because ${coveredWords(view, closed)} in another case, ${closed.of ?? 'which we can name to you'}.`;
    default:
      return `Your ASB Case Review was closed on ${on}. The reason: ${closed.reason}`;
  }
}

function withdrawalWords(view: CaseView): string {
  const { withdrawal } = view.review;
  if (withdrawal === undefined) return '';
  const { by, means } = withdrawal.with;
  const who = (by === 'victim') === isVictim(view) ? 'You' : by === 'victim' ? 'The victim' : 'Your representative';
  const whose = who === 'You' ? 'you no longer want' : 'the review is no longer wanted';
  const object = who === 'You' ? ' the review' : '';
  return `${who} told us on ${formatDay(withdrawal.on)} ${MEANS_WORDS[means]} that ${whose}${object}. `;
}

function triesWords(view: CaseView): string {
  const tries = contactTries(view.review);
  if (tries.length === 0) return '';
  return `We tried ${listed(tries.map((one) => `${MEANS_WORDS[one.means]} on ${formatDay(one.on)}`))}. `;
}

/** "the complaints about the incidents of … are dealt with"; all of them without a list. */
function coveredWords(view: CaseView, closed: Closing): string {
  const { complaints } = view.review;
  const covered = complaints.filter((it) => closed.covers?.includes(it.ref));
  if (covered.length === 0 || covered.length === complaints.length) return 'the same complaints are dealt with';
  return `the incidents of ${listed(covered.map((it) => formatDay(it.occurredOn)))} are dealt with`;
}

/** STAT-9: how to be dissatisfied with an ending, where this letter opens the way or an earlier one still keeps it open. */
export function endRights(writing: Writing): string[] {
  const { view, letter, by } = writing;
  const sent: SentLetter = { letter, on: view.today, by };
  const about = windowOpenedBy(sent, view.review, view.policy);
  if (about !== null) {
    const what =
      about === 'threshold'
        ? 'how your application was handled, or with how it ended'
        : 'the review, or with how it ended';
    return [...appealRights(writing, about, what), COMPLAINT_ROUTES];
  }
  const right = view.told.clocks.find((clock) => clock.kind === 'right' && clock.status === 'open' && clock.dueOn);
  return right?.dueOn
    ? [
        `You can still appeal against what our earlier letter told you, until ${formatDay(right.dueOn)}. ${COMPLAINT_ROUTES}`,
      ]
    : [COMPLAINT_ROUTES];
}
