import type { ColumnType, Generated } from 'kysely';
import type { Day } from '../calendar/isoDate.ts';
import type { CaseEvent, CaseReview } from '../domain/caseReview.ts';
import type { Agency, Partnership, Person } from '../domain/directory.ts';
import type { Procedure, Stage } from '../domain/words.ts';

/** Read as a value, written as text made by `jsonText`, so that both drivers send the same bytes. */
type Json<T> = ColumnType<T, string, string>;
type Defaulted<T> = ColumnType<T, T | undefined, T>;
export type MessageState = 'waiting' | 'sending' | 'unsure' | 'done' | 'dropped' | 'dead';

export interface CasesTable {
  reference: string;
  authority: string;
  procedure: Procedure;
  policy_version: string;
  settings: Json<Record<string, unknown>>;
  opened_on: Day;
  stage: Defaulted<Stage>;
  wake_on: Day | null;
  version: Defaulted<number>;
  /** Hash of the last event; before the first, of the opening facts. */
  head: string;
  /** Digest of what the application was about; null where it names no victim, or the case has no application. */
  likeness: ColumnType<string | null, string | null | undefined, never>;
  review: ColumnType<CaseReview | null, string | null | undefined, string>;
  /** Digest of the row as it was last written (seal.ts); null before the first event. */
  seal: ColumnType<string | null, never, never>;
  /** Digest of the directory that the case's people were last brought in line with. */
  directory: string | null;
}
export interface CaseEventsTable {
  reference: string;
  version: number;
  act: string;
  event: Json<CaseEvent>;
  actor: string | null;
  at: Date;
  day: Day;
  hash: string;
}
export interface LaneTable {
  lane: string;
  /** When it may next be claimed; null when nothing waits. */
  ready_at: Date | null;
  /** Pause asked for by the other side; a later message does not shorten it. */
  not_before: Date | null;
  lease_owner: string | null;
  lease_until: Date | null;
}
export interface MessageTable {
  id: Generated<number>;
  key: string;
  lane: string;
  kind: string;
  case_id: string | null;
  payload: Json<unknown>;
  state: Defaulted<MessageState>;
  attempts: Defaulted<number>;
  unsure_count: Defaulted<number>;
  last_error: string | null;
  note: string | null;
  created_at: Date;
  ended_at: Date | null;
  /** Stable name of what holds it up. */
  trouble: string | null;
  trouble_tries: Defaulted<number>;
  trouble_since: Date | null;
  /** When the coordinator was told that it waits. */
  told_at: Date | null;
  /** Who said that it need not go out any more. */
  settled_by: string | null;
}

/** Every table of the store, as Kysely sees it. */
export interface Tables {
  reference_counter: { prefix: string; year: number; last: number };
  cases: CasesTable;
  case_events: CaseEventsTable;
  lane: LaneTable;
  message: MessageTable;
  /** `digest` is made by the database from the body. */
  partnership: { single: Defaulted<boolean>; body: Json<Partnership>; digest: ColumnType<string, never, never> };
  directories: { digest: string; version: number | null; first_seen: Date; body: Json<Partnership> };
  agencies: { id: string; body: Json<Agency> };
  people: { id: string; tenant_id: string; object_id: string; body: Json<Person> };
  conversations: { key: string; reference: Json<unknown> };
  remote: { key: string; kind: string; case_id: string | null; ref: Json<unknown> };
  inbox: { activity_id: string; seen_at: Date; answer: ColumnType<unknown, string | null, string> };
  drafts: { key: string; case_id: string | null; by: string; body: Json<unknown>; version: number };
  links: {
    token_hash: string;
    case_id: string;
    person: string;
    purpose: string;
    data: Json<unknown>;
    expires_at: Date;
    revoked: Defaulted<boolean>;
  };
  settings: {
    id: Generated<number>;
    authority: string;
    key: string;
    value: Json<unknown>;
    effective_on: Day;
    by: string;
    at: Date;
    reason: string | null;
  };
  /** The last day on which a piece of the night's work was begun. */
  night_work: { task: string; about: string; day: Day };
  audit_views: {
    id: Generated<number>;
    person: string;
    case_id: string | null;
    what: string;
    at: Date;
    outcome: 'shown' | 'refused';
  };
}
