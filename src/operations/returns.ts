import type { Day } from '../calendar/isoDate.ts';
import { mayAct, notYourForm } from '../domain/authority.ts';
import type { CaseReview, ReturnRequest } from '../domain/caseReview.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Detail } from '../domain/detail.ts';
import type { Person } from '../domain/directory.ts';
import { refusal } from '../domain/refusals.ts';
import { agencyIdOf, agencyNameOf, agencyOf } from '../domain/whoIsWho.ts';
import type { ReturnKind } from '../domain/words.ts';
import { ReturnDraftSchema, type ReturnDraft } from '../domain/workings.ts';
import { deleteDraft, getDraft, putDraft, type Draft } from '../store/drafts.ts';
import { changeCase, stale, type Change } from './changeCase.ts';
import { done, refused, type Deps, type Outcome } from './deps.ts';
import { tooLarge } from './limits.ts';
import { badInput, parseDeed, type Deed } from './parseDeed.ts';
import { decideAll } from './perform.ts';
import type { Press } from './pressKey.ts';
import { partnershipIn } from './standing.ts';
import { viewCase } from './view.ts';
import { workingsKeys } from './workingsStore.ts';

/** Which form: the agency by its id or its name, as cards and links carry it. */
export interface ReturnOf {
  caseId: string;
  kind: ReturnKind;
  agency: string;
  person: Person;
}
/** An agency's return as it was sent; and, for those who answer it alone, the form they are filling in. */
export interface OpenReturn {
  view: CaseView;
  /** The agency's name, as the record has it. */
  agency: string;
  agencyId: string;
  kind: ReturnKind;
  request: ReturnRequest;
  /** The day on which a form was begun that has not been sent: all that anybody else hears of it. */
  begunOn?: Day;
  /** Null for whoever may only read what was sent. */
  filling: Filling | null;
}
export interface Filling {
  draft: ReturnDraft | null;
  /** Hand it back when saving, so that two people filling in one form are noticed. 0 before the first save. */
  draftVersion: number;
  /** The pack has gone to the panel: what was answered stands. */
  readOnly: boolean;
}

/** An agency's return, for its own responders, their deputies and the coordinator. Looking is recorded. */
export async function openReturn(deps: Deps, of: ReturnOf): Promise<Outcome<OpenReturn>> {
  const { caseId, kind, person } = of;
  const partnership = await partnershipIn(deps.db);
  const [agency, agencyId] = [agencyNameOf(partnership, of.agency), agencyIdOf(partnership, of.agency)];
  const about = { agency, kind };
  const what = `return/${kind}${agencyOf(partnership, agencyId) === undefined ? '' : `/${agencyId}`}`;
  const seen = await viewCase(deps, caseId, { person, doing: 'seeReturn', about, what });
  if (seen.kind === 'refused') return seen;
  const view = seen.value;
  const request = view.review.requests.find((it) => it.agency === agency && it.kind === kind);
  if (request === undefined) throw new Error('a return that nobody was asked for came through the gate');
  const saved = await getDraft(deps.db, workingsKeys.return(caseId, kind, agencyId));
  const draft = draftIn(saved);
  const mine = mayAct(person, 'recordReturn', view.review, partnership, about) === null;
  return done({
    view,
    agency,
    agencyId,
    kind,
    request,
    ...(draft === null ? {} : { begunOn: draft.begunOn ?? draft.savedOn }),
    filling: mine ? { draft, draftVersion: saved?.version ?? 0, readOnly: isReadOnly(request, view.review) } : null,
  });
}

function draftIn(saved: Draft<unknown> | null): ReturnDraft | null {
  const draft = ReturnDraftSchema.safeParse(saved?.body);
  return draft.success ? draft.data : null;
}

/** Keeps a half-filled form for those who answer it. Not part of the record; nobody is told. */
export async function saveReturnDraft(
  deps: Deps,
  ask: ReturnOf & { draft: Omit<ReturnDraft, 'begunOn' | 'savedOn' | 'savedBy'>; expectDraft?: number },
): Promise<Outcome<number>> {
  const opened = await openReturn(deps, ask);
  if (opened.kind === 'refused') return opened;
  const { filling, agencyId } = opened.value;
  if (filling === null) return refused(notYourForm());
  if (filling.readOnly) return refused(packIsOut());
  const savedOn = deps.today();
  const begunOn = opened.value.begunOn ?? savedOn;
  const parsed = ReturnDraftSchema.safeParse({ ...ask.draft, begunOn, savedOn, savedBy: ask.person.id });
  if (!parsed.success) return refused(badInput(parsed.error));
  const large = tooLarge(parsed.data);
  if (large !== null) return refused(refusal('bad_input', 'capability 14', large.text, large.field));
  const key = workingsKeys.return(ask.caseId, ask.kind, agencyId);
  const version = await putDraft(deps.db, key, ask.caseId, ask.person.id, parsed.data, ask.expectDraft);
  return version === null ? refused(stale()) : done(version);
}

/** Sends the form: it becomes part of the record, amended by a later one until the pack is issued. */
export async function sendReturn(
  deps: Deps,
  ask: ReturnOf & {
    result: 'held' | 'withheld';
    ground?: string;
    form: Detail<'recordReturn'>;
    expectVersion?: number;
    press?: Press;
  },
): Promise<Outcome<CaseView>> {
  return record(deps, ask, (agency) => ({
    act: 'recordReturn',
    with: { agency, kind: ask.kind, result: ask.result, ...(ask.ground === undefined ? {} : { ground: ask.ground }) },
    detail: ask.form,
  }));
}

/**
 * "We hold nothing", in one click. A second click changes nothing. `asFirst`: pressed on a card that showed no answer, so that one
 * given since is not wiped out by it.
 */
export async function nilReturn(
  deps: Deps,
  ask: ReturnOf & { press?: Press; asFirst?: boolean },
): Promise<Outcome<CaseView>> {
  return record(deps, ask, (agency) => ({ act: 'recordReturn', with: { agency, kind: ask.kind, result: 'nil' } }));
}

async function record(
  deps: Deps,
  ask: ReturnOf & { expectVersion?: number; press?: Press; asFirst?: boolean },
  deedFor: (agency: string) => Deed,
): Promise<Outcome<CaseView>> {
  const about = { agency: ask.agency, kind: ask.kind };
  return changeCase(deps, { ...ask, wants: [{ doing: 'recordReturn', about }] }, (standing): Change => {
    const { partnership, review } = standing;
    const agency = agencyNameOf(partnership, ask.agency);
    const parsed = parseDeed(deedFor(agency));
    if (!parsed.ok) return { kind: 'refused', refusal: parsed.refusal };
    const before = review.requests.find((it) => it.agency === agency && it.kind === ask.kind)?.answer;
    if (ask.asFirst === true && before !== undefined && before.result !== 'nil')
      return { kind: 'refused', refusal: answered() };
    const change = decideAll(deps, standing, ask.person, [parsed.deed]);
    if (change.kind !== 'change') return change;
    if (parsed.deed.act === 'recordReturn' && parsed.deed.with.result === 'nil' && before?.result === 'nil')
      return { kind: 'nothing' };
    const key = workingsKeys.return(ask.caseId, ask.kind, agencyIdOf(partnership, ask.agency));
    return { ...change, alsoIn: (tx) => deleteDraft(tx, key) };
  });
}

/** The pack of returns goes to the panel: from now on no return can be amended. A second click changes nothing. */
export async function issuePack(
  deps: Deps,
  ask: { caseId: string; person: Person; expectVersion?: number; press?: Press },
): Promise<Outcome<CaseView>> {
  return changeCase(deps, { ...ask, wants: [{ doing: 'issuePack' }] }, ({ review, partnership }): Change => {
    if (review.packIssuedOn !== undefined) return { kind: 'nothing' };
    if (review.stage === 'closed')
      return { kind: 'refused', refusal: refusal('closed', 'capability 28', 'The case is closed.') };
    if (review.panelArranged === undefined)
      return {
        kind: 'refused',
        refusal: refusal('not_yet', 'capability 28', 'There is no panel to issue the pack to yet.'),
      };
    const by = { person: ask.person.id, name: ask.person.name, agency: agencyNameOf(partnership, ask.person.agency) };
    return { kind: 'change', events: [{ type: 'packIssued', on: deps.today(), by }] };
  });
}

/** What an appeal asks for may be answered until the appeal is decided; all else until the pack is out, and never in a closed case. */
function isReadOnly(request: ReturnRequest, review: CaseReview): boolean {
  if (request.kind === 'appeal') return review.appeals.at(-1)?.decided !== undefined;
  return review.stage === 'closed' || (request.answer !== undefined && review.packIssuedOn !== undefined);
}

const answered = () =>
  refusal('stale', 'capability 50', 'Your organisation has answered already. Open the form if the answer must change.');
const packIsOut = () =>
  refusal(
    'already_done',
    'capability 54',
    'The pack has gone to the panel. This form can be read, and no longer changed.',
  );
