import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import type { MessageState } from './tables.ts';

const OPEN: MessageState[] = ['waiting', 'sending', 'unsure'];

/** One message as shown behind the scenes. Instants are ISO text. */
export interface OutboxRow {
  key: string;
  lane: string;
  kind: string;
  caseId: string | null;
  state: MessageState;
  attempts: number;
  /** How often a sender died in the middle of it. */
  unsureCount: number;
  /** When the lane may be claimed next; null for what has ended. */
  nextAt: string | null;
  /** The last trouble met; for a dead letter or a dropped message, the reason. */
  error: string | null;
  note: string | null;
  createdAt: string;
  endedAt: string | null;
}

/** All messages, or those of one case, in the order they were put in. */
export async function outboxStates(db: Db | Tx, { caseId }: { caseId?: string } = {}): Promise<OutboxRow[]> {
  let query = db
    .selectFrom('message')
    .innerJoin('lane', 'lane.lane', 'message.lane')
    .selectAll('message')
    .select('lane.ready_at')
    .orderBy('message.id');
  if (caseId !== undefined) query = query.where('message.case_id', '=', caseId);
  return (await query.execute()).map((row) => ({
    key: row.key,
    lane: row.lane,
    kind: row.kind,
    caseId: row.case_id,
    state: row.state,
    attempts: row.attempts,
    unsureCount: row.unsure_count,
    nextAt: OPEN.includes(row.state) ? (row.ready_at?.toISOString() ?? null) : null,
    error: row.state === 'dead' || row.state === 'dropped' ? row.note : row.last_error,
    note: row.note,
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }));
}

/** Whether anything of these kinds is still to go out for a case. */
export async function anyOpen(db: Db | Tx, caseId: string, kinds: string[]): Promise<boolean> {
  const row = await db
    .selectFrom('message')
    .select('id')
    .where('case_id', '=', caseId)
    .where('kind', 'in', kinds)
    .where('state', 'in', OPEN)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The message that has waited longest to go out: the age of the outbox. Null when all is sent. */
export async function oldestWaiting(
  db: Db | Tx,
): Promise<{ key: string; lane: string; kind: string; since: Date } | null> {
  const row = await db
    .selectFrom('message')
    .select(['key', 'lane', 'kind', 'created_at as since'])
    .where('state', 'in', OPEN)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Since when the lane that has waited longest could have been taken up and was not: a lane under way, paused or put off is
 * not due. Null when nothing is.
 */
export async function dueSince(db: Db | Tx, now: Date): Promise<Date | null> {
  const row = await db
    .selectFrom('lane')
    .select('ready_at')
    .where('ready_at', '<=', now)
    .where((it) => it.or([it('lease_until', 'is', null), it('lease_until', '<=', now)]))
    .orderBy('ready_at')
    .limit(1)
    .executeTakeFirst();
  return row?.ready_at ?? null;
}

/** What has not ended well, or not yet. */
export type OutboxCounts = Record<Exclude<MessageState, 'done' | 'dropped'>, number>;

/** How many messages wait, are under way, in doubt or dead. What has ended is not read, however much there is. */
export async function outboxCounts(db: Db | Tx): Promise<OutboxCounts> {
  const rows = await db
    .selectFrom('message')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where(sql<boolean>`state in ('waiting', 'sending', 'unsure', 'dead')`)
    .groupBy('state')
    .execute();
  const counts = { waiting: 0, sending: 0, unsure: 0, dead: 0 };
  for (const { state, count } of rows) if (state in counts) counts[state as keyof OutboxCounts] = count;
  return counts;
}
