import { mayAct } from '../domain/authority.ts';
import type { CaseReview, ReturnRequest } from '../domain/caseReview.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Detail } from '../domain/detail.ts';
import type { Person } from '../domain/directory.ts';
import { refusal } from '../domain/refusals.ts';
import { agencyIdOf, agencyNameOf } from '../domain/whoIsWho.ts';
import type { ReturnKind } from '../domain/words.ts';
import { ReturnDraftSchema, type ReturnDraft } from '../domain/workings.ts';
import { loadCase } from '../store/cases.ts';
import { deleteDraft, getDraft, putDraft } from '../store/drafts.ts';
import { recordView } from '../store/views.ts';
import { changeCase, stale, type Change } from './changeCase.ts';
import { done, refused, type Deps, type Outcome } from './deps.ts';
import { tooLarge } from './limits.ts';
import { badInput, parseDeed, type Deed } from './parseDeed.ts';
import { decideAll } from './perform.ts';
import { partnershipIn } from './standing.ts';
import { unknownCase, viewOf } from './view.ts';
import { workingsKeys } from './workingsStore.ts';

/** Which form: the agency by its id or its name, as cards and links carry it. */
export interface ReturnOf {
  caseId: string;
  kind: ReturnKind;
  agency: string;
  person: Person;
}
export interface LoadedReturn {
  view: CaseView;
  /** The agency's name, as the record has it. */
  agency: string;
  agencyId: string;
  kind: ReturnKind;
  request: ReturnRequest;
  draft: ReturnDraft | null;
  /** Hand it back when saving, so that two people filling in one form are noticed. 0 before the first save. */
  draftVersion: number;
  /** The pack has gone to the panel: what was answered stands. */
  readOnly: boolean;
}

/** The form of one agency, for that agency or the coordinator alone. Looking is recorded. */
export async function loadReturn(deps: Deps, of: ReturnOf): Promise<Outcome<LoadedReturn>> {
  const stored = await loadCase(deps.db, of.caseId);
  if (stored === null) return refused(unknownCase());
  const partnership = await partnershipIn(deps.db);
  const agency = agencyNameOf(partnership, of.agency);
  const notAllowed = mayAct(of.person, 'seeReturn', stored.review, partnership, { agency });
  if (notAllowed !== null) return refused(notAllowed);
  const request = stored.review.requests.find((it) => it.agency === agency && it.kind === of.kind);
  if (request === undefined) return refused(notAsked());
  const agencyId = agencyIdOf(partnership, of.agency);
  const saved = await getDraft(deps.db, workingsKeys.return(of.caseId, of.kind, agencyId));
  const draft = ReturnDraftSchema.safeParse(saved?.body);
  await recordView(deps.db, {
    person: of.person.id,
    caseId: of.caseId,
    what: `return/${of.kind}/${agencyId}`,
    at: deps.now(),
  });
  const view = await viewOf(deps, deps.db, stored, partnership);
  return done({
    view,
    agency,
    agencyId,
    kind: of.kind,
    request,
    draft: draft.success ? draft.data : null,
    draftVersion: saved?.version ?? 0,
    readOnly: isReadOnly(request, stored.review),
  });
}

/** Keeps a half-filled form for the agency's own people. Not part of the record; nobody is told. */
export async function saveReturnDraft(
  deps: Deps,
  ask: ReturnOf & { draft: Omit<ReturnDraft, 'savedOn' | 'savedBy'>; expectDraft?: number },
): Promise<Outcome<number>> {
  const loaded = await loadReturn(deps, ask);
  if (loaded.kind === 'refused') return loaded;
  if (loaded.value.readOnly) return refused(packIsOut());
  const parsed = ReturnDraftSchema.safeParse({ ...ask.draft, savedOn: deps.today(), savedBy: ask.person.id });
  if (!parsed.success) return refused(badInput(parsed.error));
  const large = tooLarge(parsed.data);
  if (large !== null) return refused(refusal('bad_input', 'capability 14', large.text, large.field));
  const key = workingsKeys.return(ask.caseId, ask.kind, loaded.value.agencyId);
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
    activityId?: string;
  },
): Promise<Outcome<CaseView>> {
  return record(deps, ask, (agency) => ({
    act: 'recordReturn',
    with: { agency, kind: ask.kind, result: ask.result, ...(ask.ground === undefined ? {} : { ground: ask.ground }) },
    detail: ask.form,
  }));
}

/** "We hold nothing", in one click. A second click changes nothing. */
export async function nilReturn(deps: Deps, ask: ReturnOf & { activityId?: string }): Promise<Outcome<CaseView>> {
  return record(deps, ask, (agency) => ({ act: 'recordReturn', with: { agency, kind: ask.kind, result: 'nil' } }));
}

async function record(
  deps: Deps,
  ask: ReturnOf & { expectVersion?: number; activityId?: string },
  deedFor: (agency: string) => Deed,
): Promise<Outcome<CaseView>> {
  return changeCase(deps, ask, (standing): Change => {
    const { partnership, review } = standing;
    const agency = agencyNameOf(partnership, ask.agency);
    const parsed = parseDeed(deedFor(agency));
    if (!parsed.ok) return { kind: 'refused', refusal: parsed.refusal };
    const change = decideAll(deps, standing, ask.person, [parsed.deed]);
    if (change.kind !== 'change') return change;
    const answered = review.requests.find((it) => it.agency === agency && it.kind === ask.kind)?.answer;
    if (parsed.deed.act === 'recordReturn' && parsed.deed.with.result === 'nil' && answered?.result === 'nil')
      return { kind: 'nothing' };
    const key = workingsKeys.return(ask.caseId, ask.kind, agencyIdOf(partnership, ask.agency));
    return { ...change, alsoIn: (tx) => deleteDraft(tx, key) };
  });
}

/** The pack of returns goes to the panel: from now on no return can be amended. A second click changes nothing. */
export async function issuePack(
  deps: Deps,
  ask: { caseId: string; person: Person; expectVersion?: number; activityId?: string },
): Promise<Outcome<CaseView>> {
  return changeCase(deps, ask, ({ review, partnership }): Change => {
    const notAllowed = mayAct(ask.person, 'issuePack', review, partnership);
    if (notAllowed !== null) return { kind: 'refused', refusal: notAllowed };
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

const notAsked = () => refusal('unknown_agency', 'capability 12', 'This agency was not asked for this form.');
const packIsOut = () =>
  refusal(
    'already_done',
    'capability 54',
    'The pack has gone to the panel. This form can be read, and no longer changed.',
  );
