import { sql } from 'kysely';
import type { Partnership } from '../domain/directory.ts';
import { olderThanInForce, type Older } from '../domain/directoryOrder.ts';
import { inTransaction, type Db, type Tx } from './database.ts';
import { loadPartnership, savePartnership } from './people.ts';
import { jsonText } from './values.ts';

/** One start at a time decides about the directory. */
const ADOPTING = 7_112_046;

export interface Adopted {
  /** The directory in force afterwards. */
  partnership: Partnership;
  outcome: 'taken' | 'unchanged' | Older;
}

/**
 * Makes a partnership file the directory in force, unless it is older than the one that is; every one that was in force is kept
 * with the instant it was first seen. Personal links of people who are no longer in it end at once.
 */
export async function adoptDirectory(db: Db | Tx, file: Partnership, now: Date): Promise<Adopted> {
  return inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(ADOPTING)})`.execute(tx);
    const inForce = await loadPartnership(tx);
    const digest = await digestOf(tx, file);
    if (inForce !== null) {
      if ((await digestInForce(tx)) === digest) {
        await remember(tx, digest, file, now);
        return { partnership: inForce, outcome: 'unchanged' };
      }
      const seenBefore = (await directoryOf(tx, digest)) !== null;
      const older = olderThanInForce({ version: file.version, seenBefore }, inForce);
      if (older !== null) return { partnership: inForce, outcome: older };
    }
    await savePartnership(tx, file);
    await remember(tx, digest, file, now);
    await tx
      .updateTable('links')
      .set({ revoked: true })
      .where('revoked', '=', false)
      .where('person', 'not in', tx.selectFrom('people').select('id'))
      .execute();
    return { partnership: file, outcome: 'taken' };
  });
}

async function remember(tx: Tx, digest: string, file: Partnership, now: Date): Promise<void> {
  await tx
    .insertInto('directories')
    .values({ digest, version: file.version ?? null, first_seen: now, body: jsonText(file) })
    .onConflict((it) => it.column('digest').doNothing())
    .execute();
}

/** By what the directory in force is known; null before the first was saved. */
export async function digestInForce(db: Db | Tx): Promise<string | null> {
  const row = await db.selectFrom('partnership').select('digest').executeTakeFirst();
  return row?.digest ?? null;
}

/** A directory that was in force once; null where none of that digest was kept. */
export async function directoryOf(db: Db | Tx, digest: string): Promise<Partnership | null> {
  const row = await db.selectFrom('directories').select('body').where('digest', '=', digest).executeTakeFirst();
  return row?.body ?? null;
}

/** As the database digests the directory in force. */
async function digestOf(tx: Tx, file: Partnership): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    select encode(sha256(convert_to((${jsonText(file)}::jsonb)::text, 'UTF8')), 'hex') as digest`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('the database gave no digest');
  return row.digest;
}
