import { mayAct } from '../domain/authority.ts';
import type { Partnership, Person } from '../domain/directory.ts';
import { admit, type Wants } from '../domain/gate.ts';
import { REFERENCE } from '../domain/reference.ts';
import { unknownCase, type Refusal } from '../domain/refusals.ts';
import type { StoredCase } from '../store/cases.ts';
import type { Db, Tx } from '../store/database.ts';
import { recordViews } from '../store/views.ts';
import { done, refused, type Deps, type Outcome } from './deps.ts';
import { partnershipIn, standingOf, type Standing } from './standing.ts';

/** Somebody who wants something of a case. The types ask what: without a stated want there is no answer. */
export interface Asker {
  person: Person;
  wants: Wants;
}
/** Null: the bot itself, for what it must draw or note. It has no right to be looked up, and nobody reads its answer. */
export type By = Asker | null;

/** The case for whoever may have all that they want of it. Asked before anything else is decided or said of the case. */
export function admitted(deps: Deps, by: By, stored: StoredCase | null, partnership: Partnership): Outcome<Standing> {
  if (stored === null) return refused(unknownCase());
  const no = by === null ? null : admit(by.person, by.wants, stored.review, partnership);
  return no === null ? done(standingOf(deps, stored, partnership)) : refused(no);
}

/** Why this person may not open a case in this way; null where they may. That they were refused is recorded. */
export async function barredFromOpening(
  deps: Deps,
  at: Db | Tx,
  person: Person,
  doing: 'openCase' | 'openSafeguardingReview',
): Promise<Refusal | null> {
  const no = mayAct(person, doing, null, await partnershipIn(at));
  if (no !== null) await keepLook(deps, at, { person: person.id, caseId: null, what: doing }, refused(no));
  return no;
}

/**
 * Keeps that somebody looked at a thing and what came of it: shown where the outcome is done, else refused. What was sent in
 * place of a reference could be anything, and is not kept.
 */
export async function keepLook(
  deps: Deps,
  at: Db | Tx,
  look: { person: string; caseId: string | null; what: string },
  outcome: Pick<Outcome<unknown>, 'kind'>,
): Promise<void> {
  const caseId = look.caseId !== null && REFERENCE.test(look.caseId) ? look.caseId : null;
  await recordViews(at, [{ ...look, caseId, at: deps.now(), outcome: outcome.kind === 'done' ? 'shown' : 'refused' }]);
}

/** What somebody wanted, as the record of looks names it. */
export const wantedWords = (wants: Wants): string => wants.map(({ doing }) => doing).join('+');
