import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import { jsonText } from './values.ts';

export { claimLanes, freeLanes, releaseLane, renewLease, type ClaimedLane, type Claim } from './outboxLanes.ts';
export { headMessages, type HeadMessage, type HeldUp } from './outboxHead.ts';
export {
  keepTrouble,
  markDead,
  markDone,
  markDropped,
  markSending,
  putBack,
  retryDead,
  type Trouble,
} from './outboxMarks.ts';
export { hasArrived, waitingBehind } from './outboxBehind.ts';
export { heldSince, markTold, sendAgain, settle, settledOf, undelivered, type Undelivered } from './outboxTrouble.ts';
export {
  anyOpen,
  dueSince,
  oldestWaiting,
  outboxCounts,
  outboxStates,
  type OutboxCounts,
  type OutboxRow,
} from './outboxStates.ts';
export type { MessageState } from './tables.ts';

/** One outgoing thing. `key` says what it is about and is unique for ever; `lane` is where it keeps its place. */
export interface OutboxMessage {
  key: string;
  lane: string;
  kind: string;
  caseId: string | null;
  payload: unknown;
}

/**
 * Puts messages into the outbox, in the transaction that made them owed; a key already known is left as it is.
 * The lane row is held until commit, so that within a lane the order of ids is the order of commits. Lanes are taken
 * in one order, so that two transactions do not wait for each other. Returns how many were new.
 */
export async function enqueue(tx: Tx, messages: OutboxMessage[], now: Date): Promise<number> {
  if (messages.length === 0) return 0;
  const lanes = [...new Set(messages.map(({ lane }) => lane))].sort();
  await tx
    .insertInto('lane')
    .values(lanes.map((lane) => ({ lane, ready_at: now })))
    .onConflict((it) =>
      it.column('lane').doUpdateSet({
        ready_at: sql`coalesce(lane.ready_at, greatest(excluded.ready_at, lane.not_before))`,
      }),
    )
    .execute();
  const added = await tx
    .insertInto('message')
    .values(
      messages.map(({ key, lane, kind, caseId, payload }) => ({
        key,
        lane,
        kind,
        case_id: caseId,
        payload: jsonText(payload),
        created_at: now,
      })),
    )
    .onConflict((it) => it.column('key').doNothing())
    .returning('id')
    .execute();
  return added.length;
}

/** Whether a key has been through here, whatever became of it. */
export async function isQueued(db: Db | Tx, key: string): Promise<boolean> {
  const row = await db.selectFrom('message').select('id').where('key', '=', key).executeTakeFirst();
  return row !== undefined;
}
