import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import type { Act } from '../acts.ts';
import type { CaseReview, Command } from '../caseReview.ts';
import type { ResolvedPolicy } from '../policy.ts';
import { refusal, type Refusal } from '../refusals.ts';

/** What an act is decided on. `review` is null before the first event. */
export interface Given<A extends Act> {
  review: CaseReview | null;
  command: Command<A>;
  policy: ResolvedPolicy;
  calendar: WorkingCalendar;
}

/** Why an act is refused, or null: it stands. */
export type Check<A extends Act> = (given: Given<A>) => Refusal | null;

/** The rule of an act where the refusal names no closer one: the procedure's own of that family. */
export const familyRule = (policy: ResolvedPolicy, family: number): string => `${policy.prefix}-${family}.1`;

export const notYet = (rule: string, text: string, field?: string): Refusal => refusal('not_yet', rule, text, field);
export const notInProcedure = (rule: string, text: string, field?: string): Refusal =>
  refusal('not_in_procedure', rule, text, field);
