import { formatDay } from '../calendar/isoDate.ts';
import { RISK_WORDS, STAGE_WORDS, VOICE_WORDS } from '../documents/plainWords.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Person } from '../domain/directory.ts';
import { channelRests } from '../domain/closing.ts';
import { coordinatorsOf } from '../domain/whoIsWho.ts';
import { closedWords } from './closedWords.ts';
import { inRows, opens, type Button } from './buttons.ts';
import { say, plain, spoken, type Markup } from './escape.ts';
import { fitted, renderCard, type Card, type Limits } from './render.ts';
import { actionsSection } from './sections/actionsSection.ts';
import { appealSection } from './sections/appealSection.ts';
import { otherClocks, runningClocks } from './sections/clocksSection.ts';
import { panelSection } from './sections/panelSection.ts';
import { returnsSection } from './sections/returnsSection.ts';
import type { Section } from './sections/section.ts';
import { thresholdSection } from './sections/thresholdSection.ts';
import { coordinatorButtons, personButtons, stepTone } from './stepWords.ts';

/**
 * The case at a glance, in its channel: stage, what is next and whose, complaints, dates, forms, panel, actions. It holds only
 * what every member of the channel may know: no victim's name, no health, no score. Buttons are the coordinator's; with a
 * viewer (an answer in that person's own chat), that person's.
 */
export function caseCard(view: CaseView, viewer?: Person): Card {
  return fitted((limits) => renderCard('case', caseData(view, limits, viewer)));
}

/** One line for a notification: the reference alone and the stage, nothing personal. */
export const caseSummary = (view: CaseView): string => `${view.reference}: ${STAGE_WORDS[view.told.case.stage]}`;

function caseData(view: CaseView, limits: Limits, viewer?: Person): object {
  const [first, ...rest] = view.steps;
  const { stage } = view.told.case;
  return {
    fallback: plain(`${caseSummary(view)}. This card needs a newer Teams.`),
    refresh: {
      action: {
        type: 'Action.Execute',
        title: 'Show the latest',
        verb: 'case.refresh',
        data: { caseId: view.reference },
      },
      userIds: [],
    },
    reference: view.reference,
    standing: standing(view),
    next: first
      ? { what: say`${first.words}`, ...stepTone(view, first) }
      : {
          what: say`${stage === 'closed' ? 'Nothing more to do in this case.' : 'Nothing is owed today.'}`,
          words: '',
          colour: 'Default',
        },
    also: rest.slice(0, 3).map((step) => ({ what: say`Also: ${step.words} · ${stepTone(view, step).words}` })),
    buttonRows: inRows(buttons(view, viewer)),
    facts: facts(view, viewer),
    sections: sections(view, limits).map((one) => ({
      ...(atRest(view, viewer) ? withoutPresses(one) : one),
      toggleTitle: `Show or hide: ${spoken(one.title, 60)}`,
      targets: [`${one.id}Rows`, `${one.id}Show`, `${one.id}Hide`],
    })),
    foot: foot(view, viewer),
  };
}

function standing(view: CaseView): Markup {
  const { closed, openedOn } = view.review;
  if (closed) return say`Closed on ${formatDay(closed.on)}: ${closedWords(view)}`;
  const since = view.review.application?.on ?? openedOn;
  return say`${STAGE_WORDS[view.told.case.stage]} · ${view.review.safeguarding ? 'opened' : 'received'} ${formatDay(since)}`;
}

/** The card as it stays in an archived channel, where no press is answered. */
const atRest = (view: CaseView, viewer: Person | undefined): boolean => channelRests(view.review) && !viewer;
const withoutPresses = (one: Section): Section => ({ ...one, rows: one.rows.map((row) => ({ ...row, why: null })) });

function foot(view: CaseView, viewer: Person | undefined): Markup {
  const asOn = say`As on ${formatDay(view.today)}. Dates count working days in England and Wales.`;
  return atRest(view, viewer)
    ? say`${asOn} This channel is read-only. Type “case ${view.reference}” in the chat with me for what can still be done.`
    : asOn;
}

function buttons(view: CaseView, viewer?: Person): Button[] {
  // In an archived channel nothing can be pressed any more; in somebody's own chat a closed case still takes an appeal.
  if (atRest(view, viewer)) return [];
  const next = viewer ? personButtons(view, viewer) : coordinatorButtons(view, coordinatorsOf(view.partnership));
  const more = opens('More…', 'more', { caseId: view.reference, v: view.version });
  return [...next, more];
}

/** What may be known of risk and of the victim's voice: the band and the form, no more. */
function facts(view: CaseView, viewer?: Person): { title: string; value: Markup }[] {
  const { voice, looksLike, withdrawal, closed } = view.review;
  const risk = view.review.risks.at(-1);
  // Another case's reference is for the coordinator, not for the channel.
  const alike = viewer?.roles.includes('coordinator') === true ? (looksLike ?? []) : [];
  return [
    ...(alike.length > 0
      ? [{ title: 'Looks like', value: say`${alike.join(', ')}: the same victim and the same days of incidents` }]
      : []),
    ...(risk ? [{ title: 'Risk', value: say`${RISK_WORDS[risk.level]} (assessed ${formatDay(risk.on)})` }] : []),
    ...(withdrawal && !closed
      ? [
          {
            title: 'Withdrawn',
            value: say`by the applicant on ${formatDay(withdrawal.on)}; the case is not closed yet`,
          },
        ]
      : []),
    ...(voice ? [{ title: 'Victim’s voice', value: say`${VOICE_WORDS[voice.mode]}` }] : []),
  ];
}

function sections(view: CaseView, limits: Limits): Section[] {
  const { stage } = view.told.case;
  return [
    thresholdSection(view, limits, stage === 'application'),
    runningClocks(view, limits),
    returnsSection(view, limits, stage === 'application' || stage === 'review'),
    panelSection(view, limits, stage === 'review'),
    actionsSection(view, limits, stage === 'plan'),
    appealSection(view, limits),
    otherClocks(view, limits),
  ].filter((one) => one !== null);
}
