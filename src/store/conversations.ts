import type { Db, Tx } from './database.ts';
import { jsonText } from './values.ts';

/** Keeps where a person or team is reached (service address and conversation reference), in place of an earlier one. */
export async function saveConversation(db: Db | Tx, key: string, reference: unknown): Promise<void> {
  const facts = { reference: jsonText(reference) };
  await db
    .insertInto('conversations')
    .values({ key, ...facts })
    .onConflict((it) => it.column('key').doUpdateSet(facts))
    .execute();
}

/** Null when they have not been met. The caller names the shape it saved. */
export async function findConversation<T = unknown>(db: Db | Tx, key: string): Promise<T | null> {
  const row = await db.selectFrom('conversations').select('reference').where('key', '=', key).executeTakeFirst();
  return (row?.reference as T | undefined) ?? null;
}
