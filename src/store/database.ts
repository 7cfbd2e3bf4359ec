import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, Migrator, sql, type Transaction } from 'kysely';
import { isAway } from './away.ts';
import { openFolder, openMemory, type Opened } from './embedded.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { freeLanes } from './outboxLanes.ts';
import { openPostgres } from './postgres.ts';
import type { Tables } from './tables.ts';
import { guarded, TransactionGuard } from './transactionGuard.ts';

export type { Tables } from './tables.ts';
export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;
export type StoreKind = 'embedded' | 'postgres';
export type Where = { folder: string } | { url: string } | { memory: true; image?: Blob };

export interface OpenDatabase {
  db: Db;
  kind: StoreKind;
  close: () => Promise<void>;
}

/** SQLSTATE of a deadlock and of a serialisation failure: nothing was written, and the same work may succeed. */
const TRY_AGAIN = new Set(['40P01', '40001']);
/** Four more tries. What lost its connection waits so long before each: in all no longer than a person waits for an answer. */
const WAITS_MS = [100, 300, 800, 1_600];
/** Advisory lock under which work is tried again one after another: those that met do not meet again. */
const AGAIN = 7_112_045;

/** Whether the database gave the work up only because of other work beside it. */
export const mustRunAgain = (error: unknown): boolean => TRY_AGAIN.has((error as { code?: string }).code ?? '');

const guards = new WeakMap<Db, TransactionGuard>();

/**
 * Opens the store and brings its schema up to date, one process at a time. Throws with plain words where a folder is
 * in use, was written by another version, or does not reach the disk.
 */
export async function openDatabase(where: Where): Promise<OpenDatabase> {
  const opened = await openPlace(where);
  const guard = new TransactionGuard();
  const db: Db = new Kysely<Tables>({ dialect: guarded(opened.dialect, guard) });
  guards.set(db, guard);
  const close = async (): Promise<void> => {
    await db.destroy();
    opened.release();
  };
  try {
    await migrate(db);
    if ('folder' in where) await freeLanes(db);
  } catch (error) {
    await close();
    throw error;
  }
  return { db, kind: 'url' in where ? 'postgres' : 'embedded', close };
}

async function openPlace(where: Where): Promise<Opened> {
  if ('folder' in where) return openFolder(where.folder);
  if ('url' in where) return openPostgres(where.url);
  return openMemory(where.image);
}

/** Runs the steps of the schema that this store has not had, under a lock that other processes wait for. */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('the store could not be brought up to date', { cause: error });
}

/**
 * Runs the work in one transaction: all of it is kept, or none. Given a transaction it joins it. Work met by a deadlock,
 * or cut off from the database before it was asked to keep anything, is run again, so it must do nothing but speak to
 * `tx`. Where the connection broke over the commit nobody knows whether it was kept: that fault is the caller's.
 * Inside, any use of the root handle throws NestedUse.
 */
export async function inTransaction<T>(db: Db | Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Tx);
  const guard = guards.get(db);
  if (guard === undefined) throw new Error('not a database that openDatabase opened');
  let met = false;
  for (let attempt = 1; ; attempt += 1) {
    let worked = false;
    try {
      return await db.transaction().execute(async (tx) => {
        if (met) await sql`select pg_advisory_xact_lock(${sql.lit(AGAIN)})`.execute(tx);
        const result = await guard.run(() => work(tx));
        worked = true;
        return result;
      });
    } catch (error) {
      met = mustRunAgain(error);
      const wait = WAITS_MS[attempt - 1];
      if (wait === undefined || !(met || (isAway(error) && !worked))) throw error;
      if (!met) await pause(wait);
    }
  }
}

/** Runs reads that must agree with each other: all see the store as it stood at one moment. Joins a given transaction. */
export const inSnapshot = <T>(db: Db | Tx, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(db, async (tx) => {
    if (!db.isTransaction) await sql`set transaction isolation level repeatable read, read only`.execute(tx);
    return work(tx);
  });
