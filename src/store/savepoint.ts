import { sql } from 'kysely';
import { mustRunAgain, type Tx } from './database.ts';

export type Part<T> = { ok: true; value: T } | { ok: false; error: unknown };

/**
 * Runs part of a transaction so that its failure undoes that part alone, and the rest can go on. A deadlock still ends the
 * whole transaction, which is then run again; a lost connection does too.
 */
export async function inSavepoint<T>(tx: Tx, work: () => Promise<T>): Promise<Part<T>> {
  await sql`savepoint part`.execute(tx);
  try {
    const value = await work();
    await sql`release savepoint part`.execute(tx);
    return { ok: true, value };
  } catch (error) {
    if (mustRunAgain(error)) throw error;
    await sql`rollback to savepoint part`.execute(tx);
    await sql`release savepoint part`.execute(tx);
    return { ok: false, error };
  }
}
