import type { Request, Response } from 'express';
import { z } from 'zod/v4';
import { clockLabel } from '../documents/procedureWords.ts';
import { ACTS } from '../domain/acts.ts';
import type { CaseView } from '../domain/caseView.ts';
import { DETAILS } from '../domain/detail.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Deps } from '../operations/deps.ts';
import { openCase } from '../operations/openCase.ts';
import { faultsOfDays } from './faultsOfDays.ts';
import { countFailures } from './failures.ts';
import { keyGiven } from './keyGiven.ts';

const Body = z.strictObject({ with: ACTS.receiveApplication, detail: DETAILS.receiveApplication.optional() });
const Key = z.string().regex(/^[\w.:-]{1,200}$/);

export interface FieldFault {
  field: string;
  message: string;
}

/**
 * POST /api/applications: the council's own web form opens a case. 201 with the reference and what is due; 400 with every
 * fault by its field; 401; 409 or 422 with the refusal's code, rule and words. The same Idempotency-Key opens one
 * case, and is 422 with another application. What looks like an application received before is opened, and said to.
 */
export function applications({ deps, applicationsKeys }: { deps: Deps; applicationsKeys: string[] }) {
  const failures = countFailures(deps.now);
  return async (request: Request, response: Response): Promise<void> => {
    if (!keyGiven(request, response, applicationsKeys, failures)) return;
    const key = request.header('idempotency-key');
    const faults = faultsOf(deps, request.body, key);
    if ('errors' in faults) {
      response.status(400).json(faults);
      return;
    }
    const { with: carried, detail } = faults.body;
    const outcome = await openCase(deps, {
      person: { api: true },
      with: carried,
      ...(detail === undefined ? {} : { detail }),
      ...(key === undefined ? {} : { activityId: `api/${key}` }),
    });
    if (outcome.kind === 'done') response.status(201).json(opened(outcome.value));
    else refuse(response, outcome.refusal);
  };
}

function faultsOf(
  deps: Deps,
  body: unknown,
  key: string | undefined,
): { errors: FieldFault[] } | { body: z.infer<typeof Body> } {
  if (key !== undefined && !Key.safeParse(key).success)
    return {
      errors: [{ field: 'Idempotency-Key', message: 'must be letters, digits, dots, colons or dashes, at most 200' }],
    };
  const parsed = Body.safeParse(body ?? {});
  if (!parsed.success)
    return { errors: parsed.error.issues.map((it) => ({ field: it.path.map(String).join('.'), message: it.message })) };
  const errors = faultsOfDays(parsed.data.with, deps.today());
  return errors.length > 0 ? { errors } : { body: parsed.data };
}

const opened = (view: CaseView) => ({
  reference: view.reference,
  stage: view.told.case.stage,
  due: view.told.clocks
    .filter((clock) => clock.status === 'open' && clock.dueOn !== undefined)
    .map((clock) => ({ clock: clock.id, what: clockLabel(view, clock.id), kind: clock.kind, dueOn: clock.dueOn })),
  // Nothing of the other case is told: not even its reference.
  ...(view.review.looksLike === undefined ? {} : { looksLike: ALIKE }),
});

const ALIKE =
  'An application with the same victim and the same days of incidents was received before. This one is open as well, and the coordinators are told.';

const CONFLICTS: Refusal['code'][] = ['already_done', 'not_a_new_set', 'stale', 'closed'];

function refuse(response: Response, refusal: Refusal): void {
  const { code, rule, text, field } = refusal;
  if (code === 'bad_input')
    response.status(400).json({ errors: [{ field: field ? `with.${field}` : '', message: text }] });
  else
    response
      .status(CONFLICTS.includes(code) ? 409 : 422)
      .json({ code, rule, text, ...(field ? { field: code === 'key_reused' ? field : `with.${field}` } : {}) });
}
