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
  const { policy } = deps.policyFor(stored.procedure, stored.settings, stored.policyVersion);
  return { stored, review: stored.review, partnership, policy, calendar: deps.calendarFor(policy) };
}
