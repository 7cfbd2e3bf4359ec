import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import { jsonText } from './values.ts';

export interface Draft<T> {
  key: string;
  caseId: string | null;
  /** Person id of the last who saved it. */
  by: string;
  body: T;
  version: number;
}

/** A half-filled form; null when there is none. The caller names the shape it saved. */
export async function getDraft<T>(db: Db | Tx, key: string): Promise<Draft<T> | null> {
  const row = await db.selectFrom('drafts').selectAll().where('key', '=', key).executeTakeFirst();
  return row === undefined ? null : { key, caseId: row.case_id, by: row.by, body: row.body as T, version: row.version };
}

/**
 * Saves a draft and returns its new version. With `expectedVersion` (0 for a first save) the answer is null, and
 * nothing is saved, when somebody else saved meanwhile; without it the last save stands.
 */
export async function putDraft(
  db: Db | Tx,
  key: string,
  caseId: string | null,
  by: string,
  body: unknown,
  expectedVersion?: number,
): Promise<number | null> {
  const facts = { case_id: caseId, by, body: jsonText(body) };
  const first = { key, ...facts, version: 1 };
  if (expectedVersion === undefined) {
    const saved = await db
      .insertInto('drafts')
      .values(first)
      .onConflict((it) => it.column('key').doUpdateSet({ ...facts, version: sql`drafts.version + 1` }))
      .returning('version')
      .executeTakeFirstOrThrow();
    return saved.version;
  }
  const saved =
    expectedVersion === 0
      ? await db
          .insertInto('drafts')
          .values(first)
          .onConflict((it) => it.column('key').doNothing())
          .returning('version')
          .executeTakeFirst()
      : await db
          .updateTable('drafts')
          .set({ ...facts, version: expectedVersion + 1 })
          .where('key', '=', key)
          .where('version', '=', expectedVersion)
          .returning('version')
          .executeTakeFirst();
  return saved?.version ?? null;
}

export async function deleteDraft(db: Db | Tx, key: string): Promise<void> {
  await db.deleteFrom('drafts').where('key', '=', key).execute();
}
