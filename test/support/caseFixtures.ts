import type { Day } from '../../src/calendar/isoDate.ts';
import { workingCalendar } from '../../src/calendar/workingDays.ts';
import type { CaseEvent, CaseReview } from '../../src/domain/caseReview.ts';
import type { CaseView } from '../../src/domain/caseView.ts';
import type { Partnership } from '../../src/domain/directory.ts';
import { evolve } from '../../src/domain/evolve.ts';
import { nextSteps } from '../../src/domain/nextSteps.ts';
import { resolvePolicy } from '../../src/domain/policy.ts';
import { tell } from '../../src/domain/tell.ts';
import { policyFor } from '../../src/policies/registry.ts';
import { STORY } from './caseStory.ts';
import { testPartnership } from './partnership.ts';

export const REFERENCE = 'HBC-2026-0007';
const calendar = workingCalendar();
const policy = resolvePolicy(policyFor('hertsmere'), {});

/** The story's case as it stands on a day, by the real core: every event up to and with that day. */
export function viewOn(today: Day, change: Partial<CaseView> = {}, events: readonly CaseEvent[] = STORY): CaseView {
  const partnership: Partnership = change.partnership ?? testPartnership();
  const meta = { reference: REFERENCE, procedure: 'hertsmere', authority: 'Nonesuch Borough Council' } as const;
  const past = events.filter((event) => event.on <= today);
  const review = past.reduce<CaseReview | null>((before, event) => evolve(before, event, meta), null);
  if (!review) throw new Error('nothing has happened yet');
  const told = tell(review, policy, calendar, today);
  const base = { reference: REFERENCE, version: past.length, today, review, told, policy, calendar, partnership };
  return {
    ...base,
    steps: nextSteps(review, told, policy, calendar, partnership, today, change.workings),
    workings: {},
    ...change,
  };
}
