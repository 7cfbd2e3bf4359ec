import { FORMS } from '../cards/forms/index.ts';
import type { Form, FormContext, Values } from '../cards/forms/form.ts';
import { notAllowed, opensCase } from '../cards/forms/rights.ts';
import type { DialogParams } from '../cards/verbs.ts';
import type { Partnership, Person } from '../domain/directory.ts';
import { refusal } from '../domain/refusals.ts';
import type { ReturnDraft } from '../domain/workings.ts';
import { done, refused, type Deps, type Outcome } from '../operations/deps.ts';
import { loadDraft } from '../operations/drafts.ts';
import { loadReturn, type LoadedReturn } from '../operations/returns.ts';
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
  if (opensCase(form.name)) {
    const typed = valuesOf(await loadDraft(deps, { person: asker.person, of: form.name }));
    return allowed({ form, ctx: { ...base, view: null, typed, nonce: deps.newToken().slice(0, 40) } });
  }
  if (params.caseId === undefined)
    return refused(refusal('unknown_case', 'capability 53', 'This form belongs to a case, and no case was named.'));
  if (form.name === 'return' || form.name === 'readReturn') return returnForm(deps, base, form);
  const seen = await viewCase(deps, params.caseId, asker.person, `dialog/${form.name}`);
  if (seen.kind === 'refused') return seen;
  return allowed({ form, ctx: { ...base, params: { ...params, v: seen.value.version }, view: seen.value } });
}

async function returnForm(deps: Deps, base: Omit<FormContext, 'view'>, form: Form): Promise<Outcome<Opened>> {
  const { caseId = '', kind = 'review', agency = '' } = base.params;
  const loaded = await loadReturn(deps, { caseId, kind, agency, person: base.person });
  if (loaded.kind === 'refused') return loaded;
  const { view, agencyId } = loaded.value;
  const params = { ...base.params, kind, agency: agencyId, v: view.version };
  return done({ form, ctx: { ...base, params, view, agencyReturn: standing(loaded.value) } });
}

/** The draft in hand, else what was sent. */
function standing({ draft, request }: LoadedReturn): ReturnDraft | null {
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

function allowed(opened: Opened): Outcome<Opened> {
  const { form, ctx } = opened;
  const no = notAllowed(form, ctx) ?? form.barred?.(ctx) ?? null;
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
