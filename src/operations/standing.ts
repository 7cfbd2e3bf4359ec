import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseReview } from '../domain/caseReview.ts';
import type { Partnership } from '../domain/directory.ts';
import type { ResolvedPolicy } from '../domain/policy.ts';
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
const known = new WeakMap<Deps, Map<string, Rules>>();
/** More procedures, versions and settings than any partnership has in hand at once. */
const KEPT = 200;

/** A policy and its calendar follow from version and settings alone, and take longer to work out than to look up. */
function rulesOf(deps: Deps, { procedure, policyVersion, settings }: StoredCase): Rules {
  const kept = known.get(deps) ?? new Map<string, Rules>();
  known.set(deps, kept);
  const key = JSON.stringify([procedure, policyVersion, settings]);
  const found = kept.get(key);
  if (found !== undefined) return found;
  const { policy } = deps.policyFor(procedure, settings, policyVersion);
  const rules = { policy, calendar: deps.calendarFor(policy) };
  if (kept.size >= KEPT) kept.clear();
  kept.set(key, rules);
  return rules;
}
