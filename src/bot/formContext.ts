import { FORMS } from '../cards/forms/index.ts';
import type { Form, FormContext, Values } from '../cards/forms/form.ts';
import { opensCase, wantOfForm } from '../cards/forms/rights.ts';
import type { DialogParams } from '../cards/verbs.ts';
import type { ReturnRequest } from '../domain/caseReview.ts';
import type { Partnership, Person } from '../domain/directory.ts';
import type { ReturnDraft } from '../domain/workings.ts';
import { done, refused, type Deps, type Outcome } from '../operations/deps.ts';
import { loadDraft } from '../operations/drafts.ts';
import { barredFromOpening } from '../operations/gate.ts';
import { openReturn, type Filling } from '../operations/returns.ts';
import { openUndelivered } from '../operations/undelivered.ts';
import { viewCase } from '../operations/view.ts';

export interface Asker {
  person: Person;
  partnership: Partnership;
}
export interface Opened {
  form: Form;
  ctx: FormContext;
}

/**
 * A form with all it is drawn from, fetched for this person now; a refusal where they may not use it. Nothing that the
 * request carried is believed but which form of which case is meant.
 */
export async function openForm(
  deps: Deps,
  asker: Asker,
  params: DialogParams,
  form: Form = FORMS[params.dialog],
): Promise<Outcome<Opened>> {
  const base = { ...asker, params, today: deps.today() };
  const opening = opensCase(form.name);
  if (opening !== null) {
    const no = await barredFromOpening(deps, deps.db, asker.person, opening);
    if (no !== null) return refused(no);
    const typed = valuesOf(await loadDraft(deps, { person: asker.person, of: form.name }));
    return unlessBarred({ form, ctx: { ...base, view: null, typed, nonce: deps.newToken().slice(0, 40) } });
  }
  if (form.name === 'return' || form.name === 'readReturn') return returnForm(deps, base, form);
  if (form.name === 'undelivered') return undeliveredForm(deps, base, form);
  const look = { person: asker.person, ...wantOfForm(form, params), what: `dialog/${form.name}` };
  const seen = await viewCase(deps, params.caseId ?? '', look);
  if (seen.kind === 'refused') return seen;
  return unlessBarred({ form, ctx: { ...base, params: { ...params, v: seen.value.version }, view: seen.value } });
}

/** The form to fill in, for those who answer it; what was sent, to be read, for the coordinator behind the same button. */
async function returnForm(deps: Deps, base: Omit<FormContext, 'view'>, form: Form): Promise<Outcome<Opened>> {
  const { caseId = '', kind = 'review', agency = '' } = base.params;
  const opened = await openReturn(deps, { caseId, kind, agency, person: base.person });
  if (opened.kind === 'refused') return opened;
  const { view, agencyId, filling, request, begunOn } = opened.value;
  const params = { ...base.params, kind, agency: agencyId, v: view.version };
  const ctx = { ...base, params, view };
  if (form.name === 'return' && filling !== null)
    return done({ form, ctx: { ...ctx, agencyReturn: standing(filling, request) } });
  const reading = { ...params, dialog: 'readReturn' } as const;
  return done({ form: FORMS.readReturn, ctx: { ...ctx, params: reading, sent: request.answer, begunOn } });
}

/** What did not go out of the case named, or of what belongs to none. */
async function undeliveredForm(deps: Deps, base: Omit<FormContext, 'view'>, form: Form): Promise<Outcome<Opened>> {
  const opened = await openUndelivered(deps, { person: base.person, caseId: base.params.caseId ?? null });
  return opened.kind === 'refused' ? opened : done({ form, ctx: { ...base, ...opened.value } });
}

/** The draft in hand, else what was sent. */
function standing({ draft }: Filling, request: ReturnRequest): ReturnDraft | null {
  const { answer } = request;
  if (draft !== null || answer === undefined) return draft;
  return {
    ...(answer.result === 'nil' ? {} : { result: answer.result }),
    ...(answer.ground === undefined ? {} : { ground: answer.ground }),
    form: answer.detail ?? {},
    savedOn: answer.on,
    savedBy: '',
  };
}

function unlessBarred(opened: Opened): Outcome<Opened> {
  const no = opened.form.barred?.(opened.ctx) ?? null;
  return no === null ? done(opened) : refused(no);
}

function valuesOf(draft: Record<string, unknown> | null): Values | undefined {
  if (draft === null) return undefined;
  return Object.fromEntries(
    Object.entries(draft).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}
