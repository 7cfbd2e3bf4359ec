import type { CaseView } from '../domain/caseView.ts';
import type { Partnership, Person } from '../domain/directory.ts';
import type { Want } from '../domain/gate.ts';
import { panelMet, panelGaps } from '../domain/panel.ts';
import { nextSteps } from '../domain/nextSteps.ts';
import { tell } from '../domain/tell.ts';
import type { Told } from '../domain/told.ts';
import { loadCase, type StoredCase } from '../store/cases.ts';
import type { Db, Tx } from '../store/database.ts';
import { unlessAltered } from './altered.ts';
import { done, type Deps, type Outcome } from './deps.ts';
import { admitted, keepLook, type By } from './gate.ts';
import { partnershipIn, standingOf, type Standing } from './standing.ts';
import { loadWorkings } from './workingsStore.ts';

/** One look at a case: who, what they want of it, and the thing as the record of looks names it (`dialog/letter`). */
export interface Look extends Want {
  person: Person;
  what?: string;
}

/**
 * The case for whoever may do what they want of it. That they looked is recorded, and that they were refused. `look` null: the
 * bot itself, for what it must draw.
 */
export async function viewCase(deps: Deps, caseId: string, look: Look | null): Promise<Outcome<CaseView>> {
  const found = await enter(deps, caseId, look);
  if (found.kind === 'refused') return found;
  const { stored, partnership } = found.value;
  return done(await viewOf(deps, deps.db, stored, partnership));
}

/** The case as it stands, through the same gate as `viewCase` and with the same record of looks. */
export const enter = (deps: Deps, caseId: string, look: Look | null): Promise<Outcome<Standing>> =>
  unlessAltered(deps, () => entered(deps, caseId, look));

async function entered(deps: Deps, caseId: string, look: Look | null): Promise<Outcome<Standing>> {
  const stored = await loadCase(deps.db, caseId);
  const by: By = look === null ? null : { person: look.person, wants: [look] };
  const answer = admitted(deps, by, stored, await partnershipIn(deps.db));
  if (look !== null)
    await keepLook(deps, deps.db, { person: look.person.id, caseId, what: look.what ?? look.doing }, answer);
  return answer;
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
