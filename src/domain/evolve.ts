import { earlier, type Day } from '../calendar/isoDate.ts';
import type { ActEvent, CaseEvent, CaseFile, CaseReview } from './caseReview.ts';
import { dangersAfter } from './dangers.ts';
import { moved, plannedAction, reported } from './evolveActions.ts';
import { evolveAppeal } from './evolveAppeal.ts';
import { byDay } from './inOrder.ts';
import { reached, textOf } from './evolveParts.ts';
import type { Procedure, Stage } from './words.ts';

/** What a case is called and whose it is: known before its first event. */
export interface CaseMeta {
  reference: string;
  procedure: Procedure;
  authority: string;
}

/** The case after one more event. The record is the events; this is how they are read. */
export function evolve(review: CaseReview | null, event: CaseEvent, meta: CaseMeta): CaseReview {
  const file: CaseFile = review ?? emptyFile(meta, event.on);
  const next = withEvent(file, event);
  const stage = stageAfter(review?.stage ?? 'application', event, next);
  const dangers = dangersAfter(file.dangers ?? [], event);
  const { dangers: _before, ...rest } = next;
  return { ...rest, ...(dangers.length > 0 ? { dangers } : {}), stage } as CaseReview;
}

/** A case from its events, or null where there are none. */
export function replay(events: CaseEvent[], meta: CaseMeta): CaseReview | null {
  return events.reduce<CaseReview | null>((review, event) => evolve(review, event, meta), null);
}

function emptyFile(meta: CaseMeta, openedOn: Day): CaseFile {
  return {
    ...meta,
    openedOn,
    consents: [],
    complaints: [],
    letters: [],
    requests: [],
    risks: [],
    decisions: [],
    extensions: [],
    contacts: [],
    invitations: [],
    actions: [],
    recommendations: [],
    followUps: [],
    appeals: [],
    reviewOpened: [],
    nudged: [],
  };
}

function stageAfter(stage: Stage, event: CaseEvent, file: CaseFile): Stage {
  if (file.closed) return 'closed';
  switch (event.type) {
    case 'thresholdDecided':
      return event.with.result === 'not_met' ? 'application' : 'review';
    case 'reviewOpened':
      return event.why === 'contact' ? stageReached(file) : 'review';
    case 'safeguardingReviewOpened':
      return 'review';
    case 'panelHeld':
      return 'plan';
    default:
      return stage;
  }
}

/** Where the case stood when it was closed, read off what has happened in it. */
function stageReached(file: CaseFile): Stage {
  if (file.panelHeld) return 'plan';
  const decided = file.decisions.at(-1)?.with.result;
  const met = decided === undefined ? file.safeguarding !== undefined : decided !== 'not_met';
  return met || file.reviewOpened.some((it) => it.why !== 'contact') ? 'review' : 'application';
}

function withEvent(file: CaseFile, event: CaseEvent): CaseFile {
  switch (event.type) {
    case 'nudged':
      return { ...file, nudged: [...file.nudged, event.key] };
    case 'invitationAnswered': {
      const others = file.invitations.filter((it) => it.email !== event.email || it.session !== event.session);
      const { session, email, answer, on } = event;
      return { ...file, invitations: [...others, { session, email, answer, on }] };
    }
    case 'panelCancelled': {
      const { panelArranged: _gone, ...rest } = file;
      return { ...rest, invitations: [] };
    }
    case 'packIssued':
      return { ...file, packIssuedOn: event.on };
    case 'likenessFound':
      return { ...file, looksLike: event.references };
    case 'placesTaken':
      return placesTaken(file, event);
    case 'reviewOpened':
      return furtherReview(
        reopened({ ...file, reviewOpened: [...file.reviewOpened, { on: event.on, why: event.why }] }),
        event,
      );
    default:
      return event.type.startsWith('appeal') ? evolveAppeal(file, event) : withAct(file, event);
  }
}

function placesTaken(file: CaseFile, event: Extract<CaseEvent, { type: 'placesTaken' }>): CaseFile {
  const { panelArranged } = file;
  const actions = file.actions.map((action) => {
    const taken = event.actions.find((it) => it.action === action.id);
    return taken === undefined ? action : { ...action, owner: taken.owner, chain: taken.chain };
  });
  if (event.panel === undefined || panelArranged?.detail === undefined) return { ...file, actions };
  const detail = { ...panelArranged.detail, panel: event.panel };
  return { ...file, actions, panelArranged: { ...panelArranged, detail } };
}

function withAct(file: CaseFile, event: ActEvent): CaseFile {
  const { on } = event;
  switch (event.act) {
    case 'receiveApplication': {
      const consents = event.with.consent ? [{ on, consent: event.with.consent }] : [];
      const application = { on, madeOn: event.with.madeOn ?? on, with: event.with };
      return {
        ...reached(file, event.detail),
        application: event.detail ? { ...application, detail: event.detail } : application,
        complaints: event.with.complaints,
        consents: consents.reduce(byDay, file.consents),
      };
    }
    case 'openSafeguardingReview':
      return { ...file, safeguarding: { on, with: event.with } };
    case 'recordConsent':
      return { ...file, consents: byDay(file.consents, { on, consent: event.with }) };
    case 'amendComplaints':
      return { ...file, complaints: amended(file.complaints, event.with.complaints) };
    case 'declineApplication':
      return { ...file, declined: { on, with: event.with } };
    case 'sendLetter':
      return { ...file, letters: byDay(file.letters, { ...event.with, on, ...textOf(event) }) };
    case 'requestReturns': {
      const known = new Set(file.requests.map((it) => `${it.kind}/${it.agency}`));
      const fresh = event.with.agencies
        .filter((it) => !known.has(`${event.with.kind}/${it.name}`))
        .map((it) => ({ agency: it.name, body: it.body, kind: event.with.kind, sentOn: on }));
      return { ...file, requests: [...file.requests, ...fresh] };
    }
    case 'recordReturn':
      return { ...file, requests: file.requests.map((it) => answered(it, event)) };
    case 'assessRisk':
      return { ...file, risks: byDay(file.risks, { on, ...event.with }) };
    case 'decideThreshold':
      return decided({
        ...file,
        decisions: byDay(file.decisions, {
          on,
          with: event.with,
          ...(event.detail === undefined ? {} : { detail: event.detail }),
        }),
      });
    case 'extendClock':
      return { ...file, extensions: byDay(file.extensions, { on, ...event.with }) };
    case 'contactVictim':
      return {
        ...reached(file, event.detail),
        contacts: byDay(file.contacts, {
          on,
          ...event.with,
          ...(event.detail?.note === undefined ? {} : { note: event.detail.note }),
        }),
      };
    case 'recordVoice':
      return { ...reached(file, event.detail), voice: heard(file.voice, event) };
    case 'arrangePanel': {
      const panelArranged = { on, with: event.with, contacts: file.contacts.length };
      const moved = {
        ...file,
        panelArranged: event.detail ? { ...panelArranged, detail: event.detail } : panelArranged,
      };
      return { ...moved, invitations: [] };
    }
    case 'holdPanel': {
      const panelHeld = { on, with: event.with };
      const earlierPanels = [...(file.earlierPanels ?? []), ...(file.panelHeld ? [file.panelHeld] : [])];
      return {
        ...file,
        ...(earlierPanels.length > 0 ? { earlierPanels } : {}),
        panelHeld: event.detail ? { ...panelHeld, detail: event.detail } : panelHeld,
      };
    }
    case 'agreePlan': {
      const planned = event.with.actions.map((it) => plannedAction(it, on, event.detail?.chains[it.id]));
      const ids = new Set(planned.map((it) => it.id));
      return {
        ...file,
        planAgreedOn: on,
        actions: [...file.actions.filter((it) => !ids.has(it.id)), ...planned],
        recommendations: [...file.recommendations, ...(event.with.recommendations ?? []).map((it) => ({ ...it, on }))],
      };
    }
    case 'addAction': {
      const others = file.actions.filter((it) => it.id !== event.with.id);
      return { ...file, actions: [...others, plannedAction(event.with, on, event.detail?.chain)] };
    }
    case 'moveAction':
      return {
        ...file,
        actions: file.actions.map((it) => (it.id === event.with.action ? moved(it, event.with, on) : it)),
      };
    case 'reportAction':
      return {
        ...file,
        actions: file.actions.map((it) => (it.id === event.with.action ? reported(it, event.with, on) : it)),
      };
    case 'answerRecommendation': {
      const { recommendation, ...answer } = event.with;
      return {
        ...file,
        recommendations: file.recommendations.map((it) =>
          it.id === recommendation ? { ...it, answer: { on, ...answer } } : it,
        ),
      };
    }
    case 'closeCase':
      return { ...file, closed: { on, ...event.with } };
    case 'recordWithdrawal':
      return { ...file, withdrawal: { on, with: event.with } };
    case 'followUp':
      return { ...file, followUps: byDay(file.followUps, { on, with: event.with }) };
    default:
      return file;
  }
}

/** A review that opens after the case was closed opens it again with its history; who withdrew once is not held to it. */
function reopened(file: CaseFile): CaseFile {
  const { closed, withdrawal: _withdrawal, ...rest } = file;
  if (closed === undefined) return file;
  return { ...rest, earlierClosings: [...(file.earlierClosings ?? []), closed] };
}
/** SHR-10.2: a further review has its own panel to come; what the one before left stays on record. */
function furtherReview(file: CaseFile, { why }: { why: string }): CaseFile {
  if (why !== 'follow_up') return file;
  const { panelArranged: _panel, packIssuedOn: _pack, ...rest } = file;
  return { ...rest, invitations: [] };
}
const decided = (file: CaseFile): CaseFile =>
  file.decisions.at(-1)?.with.result === 'not_met' ? file : reopened(file);

/** What was recorded of the latest day stands; that the victim was asked counts from the first. */
function heard(before: CaseFile['voice'], { on, with: carried, detail }: ActEvent & { act: 'recordVoice' }): Voice {
  const voice = { on, mode: carried.mode, with: carried, ...(detail ? { detail } : {}) };
  if (before === undefined) return voice;
  const firstOn = earlier(before.firstOn ?? before.on, on);
  return { ...(before.on <= on ? voice : before), firstOn };
}

type Voice = NonNullable<CaseFile['voice']>;

type Complaints = CaseFile['complaints'];
function amended(standing: Complaints, changes: Complaints): Complaints {
  const byRef = new Map(changes.map((it) => [it.ref, it]));
  const refs = new Set(standing.map((it) => it.ref));
  return [...standing.map((it) => byRef.get(it.ref) ?? it), ...changes.filter((it) => !refs.has(it.ref))];
}

function answered(request: CaseFile['requests'][number], event: ActEvent & { act: 'recordReturn' }): typeof request {
  if (request.agency !== event.with.agency || request.kind !== event.with.kind) return request;
  const { result, ground, perpetrator } = event.with;
  const before = request.answer;
  const firstOn = earlier(before?.firstOn ?? event.on, event.on);
  // What was sent earlier and entered later tells when it first came, and not what stands.
  if (before !== undefined && event.on < before.on) return { ...request, answer: { ...before, firstOn } };
  const firstBy = before === undefined ? event.by : before.firstBy;
  return {
    ...request,
    answer: {
      on: event.on,
      firstOn,
      result,
      ...(event.by === undefined ? {} : { by: event.by }),
      ...(firstBy === undefined ? {} : { firstBy }),
      ...(before === undefined ? {} : { amended: true }),
      ...(ground === undefined ? {} : { ground }),
      ...(perpetrator === undefined ? {} : { perpetrator }),
      ...(event.detail ? { detail: event.detail } : {}),
    },
  };
}
