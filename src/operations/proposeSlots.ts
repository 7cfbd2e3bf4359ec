import { addDays } from '../calendar/isoDate.ts';
import { CalendarEnds } from '../calendar/workingDays.ts';
import { bindingDay } from '../domain/bindingDay.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Person } from '../domain/directory.ts';
import { lanes } from '../domain/effects.ts';
import { openPartFault } from '../domain/openPart.ts';
import { chairFor, panelPeople } from '../domain/panelPeople.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import { daysToTry, rankSlots, withNotice } from '../domain/slots.ts';
import type { ProposedSlots } from '../domain/workings.ts';
import { putDraft } from '../store/drafts.ts';
import { beyondCalendar, changeCase, type Change } from './changeCase.ts';
import { refused, type BusyTime, type Deps, type Outcome } from './deps.ts';
import type { Press } from './pressKey.ts';
import { viewCase } from './view.ts';
import { workingsKeys } from './workingsStore.ts';
import { panelMet } from '../domain/panel.ts';

export interface ProposeAsk {
  caseId: string;
  person: Person;
  /** Length of the panel's closed session, and of the open session before it (0 for none). */
  minutes: number;
  openMinutes: number;
  /** Person id of the chair; default the directory's independent chair. */
  chair?: string;
  press?: Press;
}

/**
 * Looks into the calendars of those who must come and keeps three proposals for the coordinator to pick from.
 * The look happens outside any transaction: a slow calendar holds nobody up.
 */
export async function proposeSlots(deps: Deps, ask: ProposeAsk): Promise<Outcome<CaseView>> {
  const seen = await viewCase(deps, ask.caseId, { person: ask.person, doing: 'proposeSlots' });
  if (seen.kind === 'refused') return seen;
  const no = mayPropose(ask, seen.value);
  if (no !== null) return refused(no);
  try {
    const proposed = await lookForSlots(deps, ask, seen.value);
    return await keepProposals(deps, ask, proposed);
  } catch (error) {
    if (error instanceof CalendarEnds) return refused(beyondCalendar());
    throw error;
  }
}

function mayPropose(ask: ProposeAsk, { review }: CaseView): Refusal | null {
  if (!Number.isInteger(ask.minutes) || ask.minutes < 15 || ask.minutes > 300)
    return refusal('bad_input', 'capability 23', 'The meeting takes between 15 and 300 minutes.', 'minutes');
  if (!Number.isInteger(ask.openMinutes) || ask.openMinutes < 0 || ask.openMinutes > 120)
    return refusal('bad_input', 'capability 23', 'The open session takes at most 120 minutes.', 'openMinutes');
  if (panelMet(review) !== undefined) return refusal('already_done', 'capability 23', 'The panel has met.');
  if (review.stage !== 'review')
    return refusal(
      'not_yet',
      'capability 23',
      'A panel is arranged once the bodies have decided that the threshold is met.',
    );
  return openPartFault(review, ask.openMinutes);
}

async function lookForSlots(deps: Deps, ask: ProposeAsk, view: CaseView): Promise<ProposedSlots> {
  const { partnership, told, calendar, policy } = view;
  const today = deps.today();
  const required = told.panel.required;
  const people = panelPeople(partnership, required, ask.chair);
  const chair = chairFor(partnership, ask.chair);
  const { before, soonest, why } = bindingDay(
    told.clocks,
    (last) => daysToTry({ calendar, today, before: last }).length,
    policy,
  );
  const days = withNotice(daysToTry({ calendar, today, before }), { calendar, today, soonest });
  const from = days[0] ?? addDays(today, 1);
  const to = days.at(-1) ?? from;
  const busy = await deps.freeBusy({ emails: people.map((person) => person.email), from, to });
  const invitees = people.map((person) => ({
    id: person.id,
    required: person.id === chair?.id || (person.seat !== undefined && required.includes(person.seat)),
    busy: busyOf(busy, person.email),
  }));
  const { minutes, openMinutes } = ask;
  return {
    proposedOn: today,
    before,
    why,
    minutes,
    openMinutes,
    people: people.map((person) => person.id),
    ...(chair === undefined ? {} : { chair: chair.id }),
    slots: rankSlots({ calendar, today, before, minutes, openMinutes, invitees }, days),
  };
}

/** What nobody answered for is unknown, and unknown is never free. */
function busyOf(busy: Map<string, BusyTime[] | null>, email: string): BusyTime[] | null {
  return busy.get(email) ?? busy.get(email.toLowerCase()) ?? null;
}

async function keepProposals(deps: Deps, ask: ProposeAsk, proposed: ProposedSlots): Promise<Outcome<CaseView>> {
  const { caseId } = ask;
  return changeCase(deps, { ...ask, wants: [{ doing: 'proposeSlots' }] }, async ({ review }, tx): Promise<Change> => {
    if (review.stage !== 'review')
      return { kind: 'refused', refusal: refusal('already_done', 'capability 23', 'The panel has met.') };
    const version = await putDraft(tx, workingsKeys.slots(caseId), caseId, ask.person.id, proposed);
    return {
      kind: 'change',
      events: [],
      effects: (record) => [
        {
          kind: 'card',
          key: `card/${caseId}/panel/w${version ?? 0}/v${record}`,
          lane: lanes.space(caseId),
          caseId,
          matter: { is: 'panel' },
        },
      ],
    };
  });
}
