import type { CaseEvent } from '../domain/caseReview.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Detail } from '../domain/detail.ts';
import type { Person } from '../domain/directory.ts';
import type { Wants } from '../domain/gate.ts';
import { openMinutesWanted } from '../domain/openPart.ts';
import { asChair, panelPeople } from '../domain/panelPeople.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import { tell } from '../domain/tell.ts';
import { agencyNameOf, personOf } from '../domain/whoIsWho.ts';
import { ProposedSlotsSchema } from '../domain/workings.ts';
import type { With } from '../domain/acts.ts';
import type { Tx } from '../store/database.ts';
import { deleteDraft, getDraft } from '../store/drafts.ts';
import { changeCase, type Change } from './changeCase.ts';
import type { Deps, Outcome } from './deps.ts';
import { parseDeed } from './parseDeed.ts';
import { decideAll } from './perform.ts';
import type { Press } from './pressKey.ts';
import type { Standing } from './standing.ts';
import { workingsKeys } from './workingsStore.ts';
import { panelMet } from '../domain/panel.ts';

export { proposeSlots, type ProposeAsk } from './proposeSlots.ts';

export interface PanelAsk {
  caseId: string;
  person: Person;
  expectVersion?: number;
  press?: Press;
}
const ARRANGE: Wants = [{ doing: 'arrangePanel' }];

/**
 * Takes one of the proposals (0 to 2). `day` and `startsAt` are what the card showed: where the proposals kept now are others, the
 * click is refused as stale. A panel that is already arranged moves; its events in the calendars move with it.
 */
export async function pickSlot(
  deps: Deps,
  ask: PanelAsk & { slot: number; day?: string; startsAt?: string },
): Promise<Outcome<CaseView>> {
  return changeCase(deps, { ...ask, wants: ARRANGE }, async (standing, tx): Promise<Change> => {
    const proposals = await getDraft(tx, workingsKeys.slots(ask.caseId));
    const proposed = ProposedSlotsSchema.safeParse(proposals?.body);
    const slot = proposed.success ? proposed.data.slots[ask.slot] : undefined;
    if (!proposed.success || slot === undefined) {
      const { panelArranged } = standing.review;
      // A second click on a slot that was taken finds the panel arranged.
      if (panelArranged && isShown(ask, { day: panelArranged.with.for, startsAt: panelArranged.detail?.startsAt }))
        return { kind: 'nothing' };
      return no(staleSlot('These proposals no longer stand. Ask for new ones.'));
    }
    if (!isShown(ask, slot)) return no(staleSlot('Other times are proposed now. Look at them, then choose.'));
    if (slot.day < deps.today()) return no(staleSlot('That day has passed. Look for other times.'));
    const { minutes, openMinutes, people, chair } = proposed.data;
    return arrange(deps, ask, standing, {
      day: slot.day,
      startsAt: slot.startsAt,
      minutes,
      openMinutes,
      panel: people ?? [...slot.free, ...slot.busy, ...slot.unknown],
      ...(chair === undefined ? {} : { chair }),
      alsoIn: (within) => deleteDraft(within, workingsKeys.slots(ask.caseId)),
    });
  });
}

const staleSlot = (words: string): Refusal => refusal('stale', 'capability 23', words, 'slot');

/** Whether this is the time on the card; a card drawn before cards carried one shows none. */
const isShown = (
  ask: { day?: string; startsAt?: string },
  now: { day: string; startsAt: string | undefined },
): boolean =>
  (ask.day === undefined || ask.day === now.day) && (ask.startsAt === undefined || ask.startsAt === now.startsAt);

/** Another day and time of the coordinator's own choosing, for a panel that is arranged or yet to be. */
export async function movePanel(
  deps: Deps,
  ask: PanelAsk & { day: string; startsAt: string; minutes?: number; openMinutes?: number; chair?: string },
): Promise<Outcome<CaseView>> {
  return changeCase(deps, { ...ask, wants: ARRANGE }, (standing): Change => {
    const { review, partnership, policy, calendar } = standing;
    if (ask.day < deps.today())
      return no(refusal('bad_input', 'capability 26', 'Choose a day that has not passed.', 'day'));
    const before = review.panelArranged?.detail;
    const { required } = tell(review, policy, calendar, deps.today()).panel;
    return arrange(deps, ask, standing, {
      day: ask.day,
      startsAt: ask.startsAt,
      minutes: ask.minutes ?? before?.minutes ?? 90,
      openMinutes: ask.openMinutes ?? before?.openMinutes ?? openMinutesWanted(review, policy),
      panel: before?.panel ?? panelPeople(partnership, required, ask.chair).map((person) => person.id),
      ...(ask.chair === undefined ? {} : { chair: ask.chair }),
      alsoIn: (within) => deleteDraft(within, workingsKeys.slots(ask.caseId)),
    });
  });
}

/** Calls the meeting off; its events are cancelled. A second click changes nothing. */
export async function cancelPanel(deps: Deps, ask: PanelAsk & { reason: string }): Promise<Outcome<CaseView>> {
  return changeCase(deps, { ...ask, wants: [{ doing: 'cancelPanel' }] }, ({ review, partnership }): Change => {
    if (panelMet(review) !== undefined) return no(refusal('already_done', 'capability 26', 'The panel has met.'));
    if (review.panelArranged === undefined) return { kind: 'nothing' };
    const reason = ask.reason.trim();
    if (reason === '' || reason.length > 2000)
      return no(
        refusal('bad_input', 'capability 26', 'Say in a few sentences why the meeting is called off.', 'reason'),
      );
    const by = { person: ask.person.id, name: ask.person.name, agency: agencyNameOf(partnership, ask.person.agency) };
    return {
      kind: 'change',
      events: [{ type: 'panelCancelled', on: deps.today(), reason, by }],
      alsoIn: (within) => deleteDraft(within, workingsKeys.meeting(ask.caseId)),
    };
  });
}

/** What invitees answered, as the calendar tells it. Only what is new is recorded. */
export async function recordInvitationAnswers(
  deps: Deps,
  ask: {
    caseId: string;
    session: 'open' | 'closed';
    answers: { email: string; answer: 'accepted' | 'declined' | 'tentative' | 'none' }[];
  },
): Promise<Outcome<CaseView>> {
  const byItself = { caseId: ask.caseId, person: null, wants: [{ doing: 'noteInvitations' }] } as const;
  return changeCase(deps, byItself, ({ review }): Change => {
    if (review.panelArranged === undefined) return { kind: 'nothing' };
    const events = ask.answers.flatMap(({ email, answer }): CaseEvent[] => {
      const known = review.invitations.find(
        (it) => it.session === ask.session && it.email.toLowerCase() === email.toLowerCase(),
      );
      return (known?.answer ?? 'none') === answer
        ? []
        : [{ type: 'invitationAnswered', on: deps.today(), session: ask.session, email, answer }];
    });
    return events.length === 0 ? { kind: 'nothing' } : { kind: 'change', events };
  });
}

interface Arranging {
  day: string;
  startsAt: string;
  minutes: number;
  openMinutes: number;
  panel: string[];
  chair?: string;
  alsoIn: (tx: Tx) => Promise<void>;
}

function arrange(deps: Deps, ask: PanelAsk, standing: Standing, it: Arranging): Change {
  const { review, partnership, stored } = standing;
  const chairPerson = personOf(partnership, it.chair);
  if (it.chair !== undefined && chairPerson === undefined)
    return no(refusal('unknown_person', 'capability 27', 'Choose the chair from the directory.', 'chair'));
  const chair = chairPerson === undefined ? review.panelArranged?.with.chair : asChair(chairPerson);
  const panel =
    chairPerson === undefined || it.panel.includes(chairPerson.id) ? it.panel : [...it.panel, chairPerson.id];
  const carried: With<'arrangePanel'> = {
    for: it.day,
    openSession: it.openMinutes > 0,
    ...(chair === undefined ? {} : { chair }),
  };
  const detail: Detail<'arrangePanel'> = {
    startsAt: it.startsAt,
    minutes: it.minutes,
    openMinutes: it.openMinutes,
    panel,
    // Kept while the meeting moves, so that the same events move; new after a cancellation.
    booking: review.panelArranged?.detail?.booking ?? `b${stored.version + 1}`,
  };
  const parsed = parseDeed({ act: 'arrangePanel', with: carried, detail });
  if (!parsed.ok) return no(parsed.refusal);
  const change = decideAll(deps, standing, ask.person, [parsed.deed]);
  return change.kind === 'change' ? { ...change, alsoIn: it.alsoIn } : change;
}

const no = (it: Refusal): Change => ({ kind: 'refused', refusal: it });
