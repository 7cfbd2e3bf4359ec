import { kindsOf } from '../../domain/bodies.ts';
import { formatDay } from '../../calendar/isoDate.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { Letter } from '../document.ts';
import { BODY_WORDS, listed } from '../plainWords.ts';
import { appealFormTitle } from '../procedureWords.ts';
import { appealForm, appealRights } from './appealRights.ts';
import { COMPLAINT_ROUTES } from './complaintRoutes.ts';
import { declined } from './declined.ts';
import { applicantName, closing, DANGER, opening, sentence, support, type Writing } from './parts.ts';
import { countWords, neededWords } from './thresholdCount.ts';

/** The threshold is not met: what it asks for, how each complaint was looked at, what can still be done, and how to appeal. */
export function thresholdNotMet(writing: Writing): Letter {
  const { view } = writing;
  const decision = view.review.decisions.at(-1);
  const bodies = decision
    ? listed(kindsOf(decision.with.bodies).map((body) => BODY_WORDS[body]))
    : 'the bodies concerned';
  if (!decision && view.review.declined) return declined(writing, view.review.declined);
  return {
    title: 'The decision on your application for an ASB Case Review',
    paragraphs: [
      ...opening(writing, applicantName(view)),
      `I am sorry to tell you that your application does not meet the threshold for an ASB Case Review. The decision was taken together by ${bodies}${decision ? ` on ${formatDay(decision.on)}` : ''}.`,
      ...(decision ? [`Their reasons: ${sentence(decision.with.reasons)}`] : []),
      ...regardWords(view),
      neededWords(view),
      `This is how each complaint in your application was looked at: ${complaintWords(view)} ${countWords(view)}`,
      `This does not mean that what happened did not matter. Each organisation you reported to can still act: ask it, or your contact below, what else can be done. If it goes on, report each time as soon as you can, and apply again: a new application is looked at afresh. ${DANGER}`,
      support(view),
      ...appealRights(writing, 'threshold'),
      `An appeal is about this decision. ${COMPLAINT_ROUTES}`,
      ...closing(writing),
      ...appealForm(appealFormTitle(writing.letter), view, 'threshold'),
    ],
  };
}

const REGARD = {
  persistence: 'How long and how often it has gone on',
  harm: 'The harm it does or may do',
  adequacy: 'What was done about it',
} as const;

/** What else the bodies looked at, where they recorded it (STAT-4). */
function regardWords({ review }: CaseView): string[] {
  const regard = review.decisions.at(-1)?.with.regard ?? {};
  const said = (['persistence', 'harm', 'adequacy'] as const).flatMap((of) =>
    regard[of] === undefined ? [] : [`${REGARD[of]}: ${sentence(regard[of])}`],
  );
  return said.length > 0 ? [`They also looked at this. ${said.join(' ')}`] : [];
}

function complaintWords(view: CaseView): string {
  const said = view.told.complaints.map((told, at) => {
    const complaint = view.review.complaints.find((one) => one.ref === told.ref);
    const day = complaint ? ` of ${formatDay(complaint.occurredOn)}` : '';
    const why = {
      counted: 'counted',
      not_by_victim: 'not counted, because somebody else made it',
      relied_on_before: 'not counted, because an earlier review relied on it',
      same_incident: 'not counted on its own, because it is about the same incident as another',
      reported_late: `not counted, because it was reported after ${told.reportBy ? formatDay(told.reportBy) : 'the last day for it'}`,
      outside_window: `not counted, because it was too old when you applied${told.countsUntil ? ` (it counted until ${formatDay(told.countsUntil)})` : ''}`,
      not_hate: 'not counted',
    }[told.why];
    return `${at + 1}. The incident${day}: ${why}.`;
  });
  return said.join(' ') || 'none was listed.';
}
