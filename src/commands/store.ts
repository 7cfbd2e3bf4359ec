import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { londonDay } from '../calendar/isoDate.ts';
import { replay } from '../domain/evolve.ts';
import { calendarFor } from '../domain/policy.ts';
import { nextWakeDay } from '../domain/wake.ts';
import { policyByName, resolvePolicy } from '../policies/registry.ts';
import { openDatabase, type Db } from '../store/database.ts';
import { rebuild } from '../store/rebuild.ts';
import { exportStore, importStore } from '../store/transfer.ts';
import { liftSettings } from '../domain/settings.ts';

/** `convene rebuild`: every snapshot anew from its events. Exit 1 where a record does not verify. */
export async function rebuildStore(): Promise<number> {
  return withStore(async (db) => {
    const today = londonDay(new Date());
    const result = await rebuild(db, (events, meta) => {
      const review = replay(events, meta);
      if (!review) throw new Error('a case without events');
      const policy = resolvePolicy(policyByName(meta.policyVersion), liftSettings(meta.settings));
      return { review, stage: review.stage, wakeOn: nextWakeDay(review, policy, calendarFor(policy), today) };
    });
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return result.broken.length > 0 ? 1 : 0;
  });
}

/** `convene export`: the whole store as JSON lines on standard output. It holds personal data. */
export async function exportLines(): Promise<number> {
  return withStore(async (db) => {
    await exportStore(db, (line) => void process.stdout.write(`${line}\n`));
    return 0;
  });
}

/** `convene import FILE`: such lines into an empty store, all or none. */
export async function importLines(args: string[]): Promise<number> {
  const [file] = args;
  if (file === undefined) {
    process.stderr.write('convene import FILE: name the file\n');
    return 2;
  }
  return withStore(async (db) => {
    const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
    process.stdout.write(`${await importStore(db, lines)} rows\n`);
    return 0;
  });
}

/** The store that `DATABASE_URL` or `CONVENE_DATA` names. */
async function withStore(work: (db: Db) => Promise<number>): Promise<number> {
  const { DATABASE_URL: url, CONVENE_DATA: folder } = process.env;
  if (!url && !folder) {
    process.stderr.write('DATABASE_URL or CONVENE_DATA must name the store\n');
    return 2;
  }
  const store = await openDatabase(url ? { url } : { folder: folder ?? '' });
  try {
    return await work(store.db);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`);
    return 1;
  } finally {
    await store.close();
  }
}
