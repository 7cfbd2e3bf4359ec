import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseReview } from '../domain/caseReview.ts';
import type { Partnership } from '../domain/directory.ts';
import type { ResolvedPolicy } from '../domain/policy.ts';
import { liftSettings } from '../domain/settings.ts';
import type { StoredCase } from '../store/cases.ts';
import type { Db, Tx } from '../store/database.ts';
import { loadPartnership } from '../store/people.ts';
import type { Deps } from './deps.ts';

/** A case as it stands, with what is needed to decide about it. */
export interface Standing {
  stored: StoredCase;
  review: CaseReview;
  partnership: Partnership;
  policy: ResolvedPolicy;
  calendar: WorkingCalendar;
}

export async function partnershipIn(at: Db | Tx): Promise<Partnership> {
  const partnership = await loadPartnership(at);
  if (partnership === null) throw new Error('no partnership has been loaded');
  return partnership;
}

/** The case under the procedure and settings it was opened with. */
export function standingOf(deps: Deps, stored: StoredCase, partnership: Partnership): Standing {
  return { stored, review: stored.review, partnership, ...rulesOf(deps, stored) };
}

type Rules = Pick<Standing, 'policy' | 'calendar'>;
/** Kept for as long as the parts that worked them out are the same. */
interface Known {
  by: Pick<Deps, 'policyFor' | 'calendarFor'>;
  rules: Map<string, Rules>;
}
const known = new WeakMap<Deps, Known>();
/** More procedures, versions and settings than any partnership has in hand at once. */
const KEPT = 200;

/** A policy and its calendar follow from version and settings alone, and take longer to work out than to look up. */
function rulesOf(deps: Deps, { procedure, policyVersion, settings }: StoredCase): Rules {
  const { rules } = knownOf(deps);
  const key = JSON.stringify([procedure, policyVersion, settings]);
  const found = rules.get(key);
  if (found !== undefined) return found;
  const { policy } = deps.policyFor(procedure, liftSettings(settings), policyVersion);
  const worked = { policy, calendar: deps.calendarFor(policy) };
  if (rules.size >= KEPT) rules.clear();
  rules.set(key, worked);
  return worked;
}

function knownOf(deps: Deps): Known {
  const { policyFor, calendarFor } = deps;
  const found = known.get(deps);
  if (found?.by.policyFor === policyFor && found.by.calendarFor === calendarFor) return found;
  const fresh: Known = { by: { policyFor, calendarFor }, rules: new Map() };
  known.set(deps, fresh);
  return fresh;
}
