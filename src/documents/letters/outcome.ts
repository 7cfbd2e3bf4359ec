import { formatDay } from '../../calendar/isoDate.ts';
import type { PlannedAction } from '../../domain/caseReview.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { Letter } from '../document.ts';
import { counted, listed } from '../plainWords.ts';
import { agencyNameOf, agencyOf } from '../../domain/whoIsWho.ts';
import { nextDates } from '../nextDates.ts';
import { victimPlan } from '../victimPlan.ts';
import { groundsFor } from '../appealWords.ts';
import { appealForm, appealRights } from './appealRights.ts';
import { applicantName, closing, DANGER, isVictim, opening, sentence, type Writing } from './parts.ts';

/**
 * What the panel agreed, as far as the victim may be told (the redacted copy of the plan), and how to appeal. The findings
 * stay out: they were written in the closed session, and a person decides what of them may be said.
 */
export function outcome(writing: Writing): Letter {
  const { view } = writing;
  const { panelHeld, recommendations } = view.review;
  const copy = victimPlan(view);
  const dates = nextDates(writing, ['followUp']);
  return {
    title: 'The outcome of your ASB Case Review',
    paragraphs: [
      ...opening(writing, applicantName(view)),
      `The panel met${panelHeld ? ` on ${formatDay(panelHeld.on)}` : ''} and looked at your case. ${took(view)}`.trim(),
      ...notHeard(view),
      copy.shown.length
        ? ['These actions were agreed:', ...copy.shown.map((action, at) => actionLine(view, action, at))].join('\n')
        : 'No action was agreed that we can list here.',
      ...(copy.kept.length
        ? [
            `${counted(copy.kept.length, 'action')} of the plan ${copy.kept.length === 1 ? 'is' : 'are'} not listed, because the law protects the private information of other people. The panel knows of ${copy.kept.length === 1 ? 'it' : 'them'} and follows ${copy.kept.length === 1 ? 'it' : 'them'} up like the others.`,
          ]
        : []),
      ...recommendations.map((one) => recommended(view, one)),
      `${copy.shown.some((action) => action.status === 'open') ? 'We check that each action is done by its day. ' : ''}${isVictim(view) ? 'You' : 'The victim'} can ask us at any time how the plan stands${dates.length ? `. You can count on ${listed(dates)}` : ''}.`,
      ...appealRights(writing, 'review'),
      `If the behaviour goes on or comes back, report it and tell us. ${DANGER}`,
      ...closing(writing),
      ...(groundsFor(view.policy, 'review').length > 0 ? appealForm('Appeal form', view, 'review') : []),
    ],
  };
}

/** One action as it stands today: what is still to come with its day, what is done as done, with the day we were told. */
export function actionLine(view: CaseView, action: PlannedAction, at: number): string {
  const agency = agencyNameOf(view.partnership, action.agency);
  const of = `${at + 1}. ${sentence(action.title)}`;
  switch (action.status) {
    case 'done':
      return action.doneOn
        ? `${of} ${agency} did this on ${formatDay(action.doneOn)}.`
        : `${of} ${agency} has done this: it told us so on ${formatDay(action.completedOn ?? view.today)}.`;
    case 'no_longer_viable':
      return `${of} ${agency} told us${action.completedOn ? ` on ${formatDay(action.completedOn)}` : ''} that this is no longer possible or needed.`;
    case 'open':
      return action.dueOn < view.today
        ? `${of} ${agency} was to do this by ${formatDay(action.dueOn)}. It is not done yet.`
        : `${of} ${agency} does this by ${formatDay(action.dueOn)}.`;
  }
}

/** STAT-7: a body with public functions must have regard to it; another is asked to. */
function recommended(view: CaseView, one: CaseView['review']['recommendations'][number]): string {
  const body = agencyOf(view.partnership, one.to)?.body;
  const bound = body !== undefined && body !== 'landlord' && body !== 'other';
  const answer = one.answer
    ? `Its answer: ${one.answer.answer}.`
    : bound
      ? 'The law says that it must have regard to this. It has not answered yet.'
      : 'It is asked to consider this. It has not answered yet.';
  return `The panel recommends to ${agencyNameOf(view.partnership, one.to)}: ${sentence(one.text)} ${answer}`;
}

/** Whoever was not heard is told why, as the form says. */
function notHeard(view: CaseView): string[] {
  const { voice } = view.review;
  if (voice?.mode !== 'none' || voice.with.reason === undefined) return [];
  return [
    `${isVictim(view) ? 'You were' : 'The victim was'} not heard at the meeting. The reason on record: ${sentence(voice.with.reason)}`,
  ];
}

/** The organisations around the table, never the people. */
function took(view: CaseView): string {
  const people = view.review.panelHeld?.detail?.attendedPersons ?? [];
  const agencies = new Set(
    people.flatMap((id) => view.partnership.people.find((person) => person.id === id)?.agency ?? []),
  );
  const names = [...agencies].map((agency) => agencyNameOf(view.partnership, agency));
  const chair = view.review.panelHeld?.with.chair;
  const led = chair?.independent ? ' It was led by a chair who had no part in the case.' : '';
  return `${names.length ? `Taking part: ${listed(names)}.` : ''}${led}`.trim();
}
