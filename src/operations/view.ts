import { mayAct } from '../domain/authority.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Partnership, Person } from '../domain/directory.ts';
import { panelMet, panelGaps } from '../domain/panel.ts';
import { nextSteps } from '../domain/nextSteps.ts';
import { refusal } from '../domain/refusals.ts';
import { tell } from '../domain/tell.ts';
import type { Told } from '../domain/told.ts';
import { loadCase, type StoredCase } from '../store/cases.ts';
import type { Db, Tx } from '../store/database.ts';
import { recordView } from '../store/views.ts';
import { done, refused, type Deps, type Outcome } from './deps.ts';
import { partnershipIn, standingOf } from './standing.ts';
import { loadWorkings } from './workingsStore.ts';

/** The case as its members may see it. Looking is recorded. `person` null: the bot itself, for what it must draw. */
export async function viewCase(
  deps: Deps,
  caseId: string,
  person: Person | null,
  what = 'case',
): Promise<Outcome<CaseView>> {
  const stored = await loadCase(deps.db, caseId);
  if (stored === null) return refused(unknownCase());
  const partnership = await partnershipIn(deps.db);
  if (person !== null) {
    const refusedTo = mayAct(person, 'seeCase', stored.review, partnership);
    if (refusedTo !== null) return refused(refusedTo);
    await recordView(deps.db, { person: person.id, caseId, what, at: deps.now() });
  }
  return done(await viewOf(deps, deps.db, stored, partnership));
}

/** The view with the work in hand, read through the handle given. `told`: of this case today, where it is known already. */
export async function viewOf(
  deps: Deps,
  at: Db | Tx,
  stored: StoredCase,
  partnership: Partnership,
  told?: Told,
): Promise<CaseView> {
  // Only between the decision and the panel is anything in hand.
  const workings = stored.stage === 'review' ? await loadWorkings(at, stored.reference) : {};
  return buildView(deps, stored, partnership, workings, told);
}

/** Everything cards, letters and pages are drawn from, as of today. Pure but for the clock handed in. */
export function buildView(
  deps: Deps,
  stored: StoredCase,
  partnership: Partnership,
  workings: CaseView['workings'] = {},
  known?: Told,
): CaseView {
  const { review, policy, calendar } = standingOf(deps, stored, partnership);
  const today = deps.today();
  const told = known ?? tell(review, policy, calendar, today);
  const { meeting } = workings;
  const gaps =
    meeting === undefined || panelMet(review) !== undefined
      ? undefined
      : panelGaps(meeting.attended, meeting.chair, review, policy).missing;
  return {
    reference: stored.reference,
    version: stored.version,
    today,
    review,
    told,
    policy,
    calendar,
    partnership,
    steps: nextSteps(review, told, policy, calendar, partnership, today, workings),
    workings: gaps === undefined ? workings : { ...workings, gaps },
  };
}

/** The same words whether there is no such case or it is not theirs: a stranger learns nothing. */
export const unknownCase = () =>
  refusal('unknown_case', 'capability 53', 'There is no case of that reference among yours.');
