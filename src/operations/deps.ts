import type { Day } from '../calendar/isoDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { ResolvedPolicy } from '../domain/policy.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Procedure } from '../domain/words.ts';
import type { Db } from '../store/database.ts';

/** What the shell needs from outside; joined in compose.ts alone. */
export interface Deps {
  db: Db;
  now: () => Date;
  today: () => Day;
  /** The policy a case was opened under, by its version; without one the policy in force, for a new case. */
  policyFor: (
    procedure: Procedure,
    settings: Record<string, unknown>,
    version?: string,
  ) => { policy: ResolvedPolicy; version: string };
  calendarFor: (policy: ResolvedPolicy) => WorkingCalendar;
  freeBusy: FreeBusy;
  /** Random, unguessable text for personal links. */
  newToken: () => string;
  /** Tells the dispatcher that something waits. */
  wake: () => void;
}

/** Busy times by e-mail address, London wall-clock; `null` where the calendar cannot be seen: unknown, never free. */
export type FreeBusy = (ask: { emails: string[]; from: Day; to: Day }) => Promise<Map<string, BusyTime[] | null>>;
export interface BusyTime {
  day: Day;
  /** `HH:MM` to `HH:MM`, within the day. */
  from: string;
  to: string;
}

export type Outcome<T = CaseView> = { kind: 'done'; value: T } | { kind: 'refused'; refusal: Refusal };
export const done = <T>(value: T): Outcome<T> => ({ kind: 'done', value });
export const refused = (refusal: Refusal): Outcome<never> => ({ kind: 'refused', refusal });
