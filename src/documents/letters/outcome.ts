import { formatDay } from '../../calendar/isoDate.ts';
import type { PlannedAction } from '../../domain/caseReview.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { Letter } from '../document.ts';
import { counted, listed } from '../plainWords.ts';
import { agencyNameOf } from '../../domain/whoIsWho.ts';
import { nextDates } from '../nextDates.ts';
import { victimPlan } from '../victimPlan.ts';
import { appealRights } from './appealRights.ts';
import { applicantName, closing, isVictim, opening, type Writing } from './parts.ts';

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
      `The panel met${panelHeld ? ` on ${formatDay(panelHeld.on)}` : ''} and looked at your case. ${took(view)}`,
      copy.shown.length
        ? ['These actions were agreed:', ...copy.shown.map((action, at) => line(view, action, at))].join('\n')
        : 'No action was agreed that we can list here.',
      ...(copy.kept.length
        ? [
            `${counted(copy.kept.length, 'action')} of the plan ${copy.kept.length === 1 ? 'is' : 'are'} not listed, because the law protects the private information of other people. The panel knows of ${copy.kept.length === 1 ? 'it' : 'them'} and follows ${copy.kept.length === 1 ? 'it' : 'them'} up like the others.`,
          ]
        : []),
      ...recommendations.map(
        (one) =>
          `The panel recommends to ${agencyNameOf(view.partnership, one.to)}: ${one.text}${one.answer ? ` Its answer so far: ${one.answer.answer}.` : ' It must consider this and answer.'}`,
      ),
      `We check that each action is done by its day. ${isVictim(view) ? 'You' : 'The victim'} can ask us at any time how the plan stands${dates.length ? `. You can count on ${listed(dates)}` : ''}.`,
      ...appealRights(writing, 'review'),
      'If the behaviour goes on or comes back, report it and tell us. If somebody is in danger, call the police at once.',
      ...closing(writing),
    ],
  };
}

const line = (view: CaseView, action: PlannedAction, at: number): string =>
  `${at + 1}. ${action.title}. ${agencyNameOf(view.partnership, action.agency)} does this by ${formatDay(action.dueOn)}.`;

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
