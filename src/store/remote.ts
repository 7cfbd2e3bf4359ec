import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import { jsonText } from './values.ts';

/** What we made in another system: a channel, a thread, an event. `ref` is whatever finds it again. */
export interface Remote {
  key: string;
  kind: string;
  ref: unknown;
}

/** The reference kept under a key; null when nothing was made yet. The caller names the shape it put there. */
export async function getRemote<T>(db: Db | Tx, key: string): Promise<T | null> {
  const row = await db.selectFrom('remote').select('ref').where('key', '=', key).executeTakeFirst();
  return (row?.ref as T | undefined) ?? null;
}

/** Keeps a reference, in place of an earlier one. */
export async function putRemote(
  db: Db | Tx,
  key: string,
  kind: string,
  caseId: string | null,
  ref: unknown,
): Promise<void> {
  const facts = { kind, case_id: caseId, ref: jsonText(ref) };
  await db
    .insertInto('remote')
    .values({ key, ...facts })
    .onConflict((it) => it.column('key').doUpdateSet(facts))
    .execute();
}

export async function deleteRemote(db: Db | Tx, key: string): Promise<void> {
  await db.deleteFrom('remote').where('key', '=', key).execute();
}

/** Everything made elsewhere for a case, by key. */
export async function remotesOf(db: Db | Tx, caseId: string): Promise<Remote[]> {
  return db.selectFrom('remote').select(['key', 'kind', 'ref']).where('case_id', '=', caseId).orderBy('key').execute();
}

/** Whose case a channel is; null where it is not one of ours. */
export async function caseOfChannel(db: Db | Tx, channelId: string): Promise<string | null> {
  const row = await db
    .selectFrom('remote')
    .select('case_id')
    .where('kind', '=', sql.lit('space'))
    .where(sql`ref ->> 'channelId'`, '=', channelId)
    .executeTakeFirst();
  return row?.case_id ?? null;
}
