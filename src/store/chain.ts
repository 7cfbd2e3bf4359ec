import { createHash } from 'node:crypto';
import type { Day } from '../calendar/isoDate.ts';
import type { CaseEvent } from '../domain/caseReview.ts';
import { canonicalText } from './values.ts';

/** What a case was opened with; the chain starts from it, so that it cannot be altered unseen either. */
export interface OpeningFacts {
  reference: string;
  authority: string;
  procedure: string;
  policyVersion: string;
  settings: Record<string, unknown>;
  openedOn: Day;
}

/** One row of the record before it has its hash. `at` is an ISO instant. */
export interface EventRow {
  reference: string;
  version: number;
  act: string;
  event: CaseEvent;
  actor: string | null;
  at: string;
  day: Day;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const firstLink = (facts: OpeningFacts): string => {
  const { reference, authority, procedure, policyVersion, settings, openedOn } = facts;
  return sha256(canonicalText([reference, authority, procedure, policyVersion, settings, openedOn]));
};

/** The hash of a row over its content and the hash of the row before it. */
export const nextLink = (before: string, row: EventRow): string => {
  const { reference, version, act, event, actor, at, day } = row;
  return sha256(canonicalText([before, reference, version, act, event, actor, at, day]));
};
