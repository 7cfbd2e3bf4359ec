import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import { jsonText } from './values.ts';

/** Notes an activity in the transaction that acts on it; false when it was seen before and must do nothing more. */
export async function markSeen(tx: Db | Tx, activityId: string, now: Date): Promise<boolean> {
  const added = await tx
    .insertInto('inbox')
    .values({ activity_id: activityId, seen_at: now, answer: null })
    .onConflict((it) => it.column('activity_id').doNothing())
    .returning('activity_id')
    .executeTakeFirst();
  return added !== undefined;
}

/** The answer the first delivery of an activity got, for a repeated one; null when none was kept. */
export async function answerOf<T = unknown>(db: Db | Tx, activityId: string): Promise<T | null> {
  const row = await db.selectFrom('inbox').select('answer').where('activity_id', '=', activityId).executeTakeFirst();
  return (row?.answer as T | undefined) ?? null;
}

/** Keeps the answer of an activity already noted; the first one kept stands. */
export async function keepAnswer(tx: Db | Tx, activityId: string, answer: unknown): Promise<void> {
  await tx
    .updateTable('inbox')
    .set({ answer: jsonText(answer) })
    .where('activity_id', '=', activityId)
    .where('answer', 'is', null)
    .execute();
}

/** Notes an activity together with its answer, in the transaction that acts on it; an answer kept before stands. */
export async function markAnswered(tx: Db | Tx, activityId: string, answer: unknown, now: Date): Promise<void> {
  await tx
    .insertInto('inbox')
    .values({ activity_id: activityId, seen_at: now, answer: jsonText(answer) })
    .onConflict((it) => it.column('activity_id').doUpdateSet({ answer: sql`coalesce(inbox.answer, excluded.answer)` }))
    .execute();
}

/** Forgets activities seen before an instant, long after Teams stopped repeating them. Returns how many. */
export async function forgetBefore(db: Db | Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('inbox').where('seen_at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
