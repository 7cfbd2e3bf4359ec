import type { Day } from '../calendar/isoDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseReview } from './caseReview.ts';
import type { Partnership } from './directory.ts';
import type { MeetingWorkings, ProposedSlots } from './workings.ts';
import type { NextStep } from './nextSteps.ts';
import type { ResolvedPolicy } from './policy.ts';
import type { PanelGap, Told } from './told.ts';

/** All that cards, dialogs, letters and pages are drawn from: the record, what can be told of it today, and who is who. */
export interface CaseView {
  reference: string;
  /** Version of the record; cards carry it so that a stale click is noticed. */
  version: number;
  today: Day;
  review: CaseReview;
  told: Told;
  policy: ResolvedPolicy;
  calendar: WorkingCalendar;
  partnership: Partnership;
  /** Who owes what next, most urgent first. */
  steps: NextStep[];
  /** Work in hand that is not yet part of the record. */
  workings: {
    slots?: ProposedSlots;
    meeting?: MeetingWorkings;
    /** Version of the meeting's workings: hand it back with an edit, so that two chairs at once are noticed. */
    meetingVersion?: number;
    /** What the panel would lack if it were held with those marked as here. Empty when it may start. */
    gaps?: PanelGap[];
  };
}
