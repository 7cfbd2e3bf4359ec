import type { Db, Tx } from './database.ts';

/** Payloads of the messages of this kind that wait in the lane behind this one, in order, at most so many. */
export async function waitingBehind(
  db: Db | Tx,
  { key, lane, kind, limit }: { key: string; lane: string; kind: string; limit: number },
): Promise<unknown[]> {
  const rows = await db
    .selectFrom('message')
    .select('payload')
    .where('lane', '=', lane)
    .where('kind', '=', kind)
    .where('state', '=', 'waiting')
    .where('id', '>', (it) => it.selectFrom('message').select('id').where('key', '=', key))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ payload }) => payload);
}

/** Whether this message arrived. */
export async function hasArrived(db: Db | Tx, key: string): Promise<boolean> {
  const row = await db.selectFrom('message').select('state').where('key', '=', key).executeTakeFirst();
  return row?.state === 'done';
}
