import type { Day } from '../calendar/isoDate.ts';
import { membersOf } from './authority.ts';
import { dayEntered, type CaseEvent, type CaseReview } from './caseReview.ts';
import { circulated, panelOf } from './circulated.ts';
import { channelRests } from './closing.ts';
import type { Partnership } from './directory.ts';
import { saysDanger } from './dangers.ts';
import { lanes, matterKey, type Effect, type Matter } from './effects.ts';
import { booked, cancelled } from './effectsOfBooking.ts';
import { dangerSaid, highRisk } from './effectsOfDanger.ts';
import { closing, rest } from './effectsOfClosing.ts';
import { effectsOfNudge } from './effectsOfNudge.ts';
import { likenessTold } from './effectsOfLikeness.ts';
import { changedByAnother } from './effectsOfReturn.ts';
import { sayTo } from './sayTo.ts';
import { agencyIdOf, coordinatorsOf, ownerOf, respondersOf } from './whoIsWho.ts';
import { APPLICANT_ASKED, type ReturnKind } from './words.ts';

/** What was recorded: the case before (null at its opening) and after, the new events, and the record's version after them. */
export interface Recorded {
  before: CaseReview | null;
  after: CaseReview;
  events: CaseEvent[];
  version: number;
  partnership: Partnership;
}

/**
 * What must go out because of what was recorded, in the order in which one lane sends it. Keys are unique for ever:
 * each carries the case, the matter and the version of the record or the key of the nudge.
 */
export function effectsOf(recorded: Recorded): Effect[] {
  const { before, after } = recorded;
  const wasClosed = before?.stage === 'closed';
  const isClosed = after.stage === 'closed';
  const card = (matter: Matter) => cardOf(recorded, matter);
  const rested = before !== null && channelRests(before);
  return (
    [
      ...(before === null || (wasClosed && !isClosed) ? [openSpace(recorded)] : membersChanged(recorded)),
      card({ is: 'case' }),
      ...recorded.events.flatMap((event) => effectsOfEvent(event, recorded)),
      ...(isClosed && !wasClosed ? closing(recorded, card) : []),
      ...(channelRests(after) && !rested ? rest(recorded, card) : []),
    ]
      // The channel of a closed case whose ending is told is archived and takes nothing more.
      .filter((effect) => !(rested && isClosed) || effect.lane !== lanes.space(after.reference))
      .filter(firstOfKey())
  );
}

function effectsOfEvent(event: CaseEvent, recorded: Recorded): Effect[] {
  const { after, partnership } = recorded;
  const card = (matter: Matter) => cardOf(recorded, matter);
  // What goes out is of the day it is entered, whenever that happened.
  const day = dayEntered(event);
  switch (event.type) {
    case 'returnsRequested':
      return event.with.agencies.flatMap((agency) =>
        // The appellant is written to by letter, and has no card.
        agency.body === 'applicant' ? [] : requested(event.with.kind, agency.name, day, recorded),
      );
    case 'returnRecorded':
      if (event.with.agency === APPLICANT_ASKED) return [];
      return [
        ...(saysDanger(event) ? dangerSaid(event.with, day, recorded) : []),
        card({ is: 'request', returnKind: event.with.kind, agency: agencyIdOf(partnership, event.with.agency) }),
        ...changedByAnother(event, recorded),
        // It counts the forms still to come, until the pack has gone.
        ...(after.panelArranged && !after.packIssuedOn && !after.panelHeld ? [card({ is: 'panel' })] : []),
      ];
    case 'packIssued':
      return [file(recorded, 'pack'), card({ is: 'panel' }), ...answeredRequests(recorded)];
    case 'likenessFound':
      return likenessTold(event, after.reference, partnership);
    case 'panelArranged':
      return [...booked(recorded), card({ is: 'panel' })];
    case 'panelCancelled':
      return [...cancelled(recorded), card({ is: 'panel' })];
    case 'invitationAnswered':
      return [card({ is: 'panel' })];
    case 'panelHeld':
      return [card({ is: 'panel' }), card({ is: 'meeting' }), ...unansweredRequests('review', recorded)];
    case 'thresholdDecided':
    case 'applicationDeclined':
      return unansweredRequests('threshold', recorded);
    case 'planAgreed':
      return [
        card({ is: 'meeting' }),
        file(recorded, 'minutes'),
        file(recorded, 'plan'),
        ...event.with.actions.flatMap((action) => assigned(action.id, day, recorded)),
      ];
    case 'actionAdded':
      return assigned(event.with.id, day, recorded);
    case 'actionMoved':
      return [actionCard(event.with.action, recorded)];
    case 'actionReported':
      return [
        actionCard(event.with.action, recorded),
        ...(event.with.status === 'no_longer_viable' ? partnersTold(event.with.action, day, recorded) : []),
      ];
    case 'letterSent':
      if (event.with.letter === 'minutes') return circulated('circulated', day, recorded);
      return event.with.letter === 'planDraft'
        ? [file(recorded, 'letterDraft'), ...circulated('draft_shared', day, recorded)]
        : [];
    case 'riskAssessed':
      return event.with.level === 'high' ? highRisk(day, recorded) : [];
    case 'placesTaken':
      return placesOf(event, day, recorded);
    case 'nudged':
      return effectsOfNudge(event, after, partnership, (matter) => cardOf(recorded, matter));
    default:
      return [];
  }
}

/** The case's card for `day`, where the day alone changed what it shows (a clock ran out overnight). */
export const caseCardOn = (caseId: string, version: number, day: Day): Effect => ({
  kind: 'card',
  key: `card/${caseId}/case/${day}/v${version}`,
  lane: lanes.space(caseId),
  caseId,
  matter: { is: 'case' },
});

function cardOf({ after, version, partnership }: Recorded, matter: Matter): Effect {
  const caseId = after.reference;
  const lane = laneOf(matter, after, partnership);
  return { kind: 'card', key: `card/${caseId}/${matterKey(matter)}/v${version}`, lane, caseId, matter };
}

/** Cards live in the case's channel, but for the action of somebody who has a chat with the bot. */
function laneOf(matter: Matter, review: CaseReview, partnership: Partnership): string {
  if (matter.is === 'action') {
    const action = review.actions.find((it) => it.id === matter.action);
    const owner = action === undefined ? undefined : ownerOf(action, partnership);
    if (owner?.host === true) return lanes.chat(owner.id);
  }
  return lanes.space(review.reference);
}

const openSpace = ({ before, after, version }: Recorded): Effect => ({
  kind: 'openSpace',
  key: before === null ? `openSpace/${after.reference}` : `openSpace/${after.reference}/v${version}`,
  lane: lanes.space(after.reference),
  caseId: after.reference,
});

function membersChanged({ before, after, version, partnership }: Recorded): Effect[] {
  const caseId = after.reference;
  const ids = (review: CaseReview) => membersOf(review, partnership).map((person) => person.id);
  if (before === null || ids(before).join() === ids(after).join()) return [];
  return [{ kind: 'syncMembers', key: `members/${caseId}/v${version}`, lane: lanes.space(caseId), caseId }];
}

function requested(kind: 'threshold' | 'review' | 'appeal', agency: string, day: Day, recorded: Recorded): Effect[] {
  const { after, partnership, version } = recorded;
  const matter: Matter = { is: 'request', returnKind: kind, agency: agencyIdOf(partnership, agency) };
  const caseId = after.reference;
  const key = `${caseId}/${matterKey(matter)}/asked/v${version}`;
  const mail = respondersOf(partnership, agency)
    .slice(0, 1)
    .map((to): Effect => ({
      kind: 'mail',
      key: `mail/${key}/${to.id}`,
      lane: lanes.mail(to.id),
      caseId,
      to: to.id,
      matter,
      nudge: 'asked',
      day,
    }));
  return [cardOf(recorded, matter), ...mail];
}

/** What the requests were for has happened without these answers: their cards ask no more. */
const unansweredRequests = (kind: ReturnKind, recorded: Recorded): Effect[] =>
  recorded.after.requests
    .filter((it) => it.kind === kind && it.answer === undefined && it.agency !== APPLICANT_ASKED)
    .map((it) =>
      cardOf(recorded, { is: 'request', returnKind: kind, agency: agencyIdOf(recorded.partnership, it.agency) }),
    );

/** Returns that stand in the pack can no longer be amended: their cards say so. */
function answeredRequests(recorded: Recorded): Effect[] {
  return recorded.after.requests
    .filter((it) => it.kind === 'review')
    .map((it) =>
      cardOf(recorded, {
        is: 'request',
        returnKind: it.kind,
        agency: agencyIdOf(recorded.partnership, it.agency),
      }),
    );
}

const file = (
  { after, version }: Recorded,
  document: Extract<Effect, { kind: 'fileDocument' }>['document'],
): Effect => ({
  kind: 'fileDocument',
  key: `file/${after.reference}/${document}/v${version}`,
  lane: lanes.space(after.reference),
  caseId: after.reference,
  document,
});

/** The card of an action goes to whoever answers for it now; one whose owner stayed is only brought up to date. */
function placesOf(event: Extract<CaseEvent, { type: 'placesTaken' }>, day: Day, recorded: Recorded): Effect[] {
  const ownerBefore = (id: string) => recorded.before?.actions.find((it) => it.id === id)?.chain?.owner;
  return [
    ...(event.panel === undefined ? [] : [cardOf(recorded, { is: 'panel' })]),
    ...event.actions.flatMap(({ action, chain }) =>
      ownerBefore(action) === chain.owner ? [actionCard(action, recorded)] : assigned(action, day, recorded),
    ),
  ];
}

const actionCard = (action: string, recorded: Recorded): Effect => cardOf(recorded, { is: 'action', action });

/** The owner gets the card; an owner without a chat is also written to. */
function assigned(actionId: string, day: Day, recorded: Recorded): Effect[] {
  const { after, partnership, version } = recorded;
  const action = after.actions.find((it) => it.id === actionId);
  const owner = action === undefined ? undefined : ownerOf(action, partnership);
  const card = actionCard(actionId, recorded);
  if (owner === undefined || owner.host) return [card];
  const matter: Matter = { is: 'action', action: actionId };
  const key = `${after.reference}/${matterKey(matter)}/assigned/v${version}`;
  return [card, ...sayTo(owner, { caseId: after.reference, key, matter, nudge: 'assigned', day, mention: false })];
}

/** HER-10.7: partners hear what became of it, so that they can agree something else. */
function partnersTold(action: string, day: Day, recorded: Recorded): Effect[] {
  const { after, partnership } = recorded;
  const matter: Matter = { is: 'action', action };
  const key = `${after.reference}/${matterKey(matter)}/partners`;
  return panelOf(recorded)
    .flatMap((person) =>
      sayTo(person, { caseId: after.reference, key, matter, nudge: 'partners_told', day, mention: false }),
    )
    .concat(
      coordinatorsOf(partnership).flatMap((person) =>
        sayTo(person, { caseId: after.reference, key, matter, nudge: 'partners_told', day, mention: false }),
      ),
    );
}

function firstOfKey(): (effect: Effect) => boolean {
  const seen = new Set<string>();
  return (effect) => !seen.has(effect.key) && seen.add(effect.key).has(effect.key);
}
