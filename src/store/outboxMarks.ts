import { sql } from 'kysely';
import { inTransaction, type Db, type Tx } from './database.ts';
import type { MessageState } from './tables.ts';

const OPEN: MessageState[] = ['waiting', 'sending', 'unsure'];

/** Written before the call goes out; false when the lane is no longer ours or the message is at its end: do not send. */
export async function markSending(db: Db | Tx, key: string, owner: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ state: 'sending', attempts: sql`attempts + 1` })
    .where('key', '=', key)
    .where('state', 'in', ['waiting', 'unsure'])
    .where('lane', 'in', db.selectFrom('lane').select('lane').where('lease_owner', '=', owner))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** It arrived. Stands even when the lease was lost meanwhile: what we know to have arrived is not sent again. */
export const markDone = (db: Db | Tx, key: string, note?: string): Promise<void> => end(db, key, 'done', note ?? null);

/** It was no longer owed (action done, case closed); `reason` in plain words. */
export const markDropped = (db: Db | Tx, key: string, reason: string): Promise<void> => end(db, key, 'dropped', reason);

/** It will not go out; `reason` in plain words, for the coordinator. The messages behind it go on. */
export const markDead = (db: Db | Tx, key: string, reason: string, now: Date): Promise<void> =>
  end(db, key, 'dead', reason, now);

/** What holds a message up: the cause by a stable name, and in plain words that name no person, address, harm or health. */
export interface Trouble {
  cause: string;
  words: string;
  tries: number;
  since: Date;
}

/** Tries again at `until`, and holds the whole lane until then. A text: it only waits for the other side to be ready. */
export async function putBack(
  db: Db | Tx,
  lane: string,
  key: string,
  until: Date,
  why: string | Trouble,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.updateTable('lane').set({ ready_at: until, not_before: until }).where('lane', '=', lane).execute();
    await tx
      .updateTable('message')
      .set({ state: 'waiting', ...troubled(typeof why === 'string' ? null : why, why) })
      .where('key', '=', key)
      .where('state', 'in', OPEN)
      .execute();
  });
}

/** Keeps what holds a message up that may have arrived all the same: its state stays, so that it is looked for first. */
export async function keepTrouble(db: Db | Tx, key: string, trouble: Trouble): Promise<void> {
  await db
    .updateTable('message')
    .set(troubled(trouble, trouble))
    .where('key', '=', key)
    .where('state', 'in', OPEN)
    .execute();
}

const troubled = (trouble: Trouble | null, why: string | Trouble) => ({
  last_error: typeof why === 'string' ? why : why.words,
  trouble: trouble?.cause ?? null,
  trouble_tries: trouble?.tries ?? 0,
  trouble_since: trouble?.since ?? null,
  told_at: trouble === null ? null : sql<Date | null>`case when trouble = ${trouble.cause} then told_at end`,
});

/** Sends a dead letter again, at its old place; false when the key is not dead. */
export async function retryDead(tx: Db | Tx, key: string): Promise<boolean> {
  return inTransaction(tx, async (inner) => {
    const dead = await inner
      .updateTable('message')
      .set({
        state: 'waiting',
        attempts: 0,
        note: null,
        ended_at: null,
        trouble: null,
        trouble_tries: 0,
        trouble_since: null,
        told_at: null,
      })
      .where('key', '=', key)
      .where('state', '=', 'dead')
      .returning(['lane', 'created_at'])
      .executeTakeFirst();
    if (dead === undefined) return false;
    await inner
      .updateTable('lane')
      .set({ ready_at: sql`coalesce(ready_at, greatest(${dead.created_at}::timestamptz, not_before))` })
      .where('lane', '=', dead.lane)
      .execute();
    return true;
  });
}

async function end(
  db: Db | Tx,
  key: string,
  state: MessageState,
  note: string | null,
  now: Date | null = null,
): Promise<void> {
  await db
    .updateTable('message')
    .set({ state, note, ended_at: now ?? sql<Date>`now()` })
    .where('key', '=', key)
    .where('state', 'in', OPEN)
    .execute();
}
