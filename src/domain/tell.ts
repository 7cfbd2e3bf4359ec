import type { Day } from '../calendar/isoDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import { tellAppeals } from './appeals.ts';
import type { CaseFile, CaseReview } from './caseReview.ts';
import { tellClocks } from './clocks.ts';
import { extensionOf } from './extensions.ts';
import { tellLadder } from './ladder.ts';
import { tellPanel } from './panel.ts';
import type { ResolvedPolicy } from './policy.ts';
import { countComplaints } from './qualifyingComplaints.ts';
import { victimCopy } from './redaction.ts';
import { tellFindings, tellReturns } from './returns.ts';
import { tellThreshold } from './threshold.ts';
import type { Told, ToldClock } from './told.ts';

/** Everything that can be told of a case on a day, the day of its last event or later. */
export function tell(review: CaseReview, policy: ResolvedPolicy, calendar: WorkingCalendar, asOf: Day): Told {
  const counted = countComplaints(review, policy);
  const clocks = tellClocks(review, policy, calendar, asOf);
  return {
    case: {
      stage: review.stage,
      closedAs: review.closed?.as ?? null,
      countsAs: countsAs(review),
      withdrawnOn: review.withdrawal?.on ?? null,
    },
    complaints: counted.complaints,
    threshold: tellThreshold(review, policy, counted),
    clocks,
    returns: tellReturns(review, clocks, policy, asOf),
    updates: tellUpdates(review, clocks, policy, calendar),
    actions: review.actions.map(({ id, status, dueOn, completedOn }) => ({
      id,
      status,
      dueOn,
      completedOn: completedOn ?? null,
    })),
    ladder: tellLadder(review, policy, calendar, asOf),
    panel: tellPanel(review, policy),
    findings: tellFindings(review, policy),
    appeals: tellAppeals(review, clocks, policy, calendar),
    victimCopy: victimCopy(review),
  };
}

/** AMB-E7: an anonymous approach is an enquiry; a senior manager's review is a review and no application. */
function countsAs(review: CaseReview): Told['case']['countsAs'] {
  if (review.stage === 'enquiry') return 'enquiry';
  return review.safeguarding && !review.application ? 'review' : 'application';
}

/** When the applicant is owed the next update, for each clock that stands extended and is not yet met. */
function tellUpdates(
  file: CaseFile,
  clocks: ToldClock[],
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
): Told['updates'] {
  return clocks.flatMap((clock) => {
    const rule = policy.clocks.find((it) => it.id === clock.id);
    if (
      !rule ||
      clock.anchor === undefined ||
      clock.dueOn === undefined ||
      clock.metOn !== undefined ||
      clock.status === 'superseded'
    )
      return [];
    const extension = extensionOf(rule, { anchor: clock.anchor, dueOn: clock.dueOn }, file, policy, calendar);
    return extension ? [{ clock: clock.id, nextDueOn: extension.nextDueOn }] : [];
  });
}
