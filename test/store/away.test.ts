import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAway } from '../../src/store/away.ts';
import { inSnapshot, inTransaction, openDatabase, type OpenDatabase, type Tx } from '../../src/store/database.ts';
import { openPatiently } from '../../src/store/openPatiently.ts';
import { getRemote, putRemote } from '../../src/store/remote.ts';
import { findPostgres, need } from '../support/tools.ts';
import { startCluster } from '../support/postgres.ts';
import { freshDatabase } from '../support/store.ts';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let store: OpenDatabase;
let other: OpenDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  store = await openDatabase({ url: fresh.url });
  other = await openDatabase({ url: fresh.url });
  await sql`create table told (what text)`.execute(other.db);
  await sql`
    create function cut_off() returns trigger language plpgsql as $$
    begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`.execute(other.db);
  await sql`
    create constraint trigger cut_off after insert on told deferrable initially deferred
    for each row execute function cut_off()`.execute(other.db);
});
afterAll(async () => {
  await store.close();
  await other.close();
  await fresh.drop();
});

/** Ends the transaction's own connection from outside, as a restart of the server does, and waits until it is gone. */
async function cutOff(tx: Tx): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
  const pid = rows[0]?.pid ?? 0;
  await sql`select pg_terminate_backend(${pid}, 5000)`.execute(other.db);
}

describe('a connection that is lost between two statements of a transaction', () => {
  it('ends neither the process nor the work: what was asked to be kept is kept once', async () => {
    let tries = 0;
    await inTransaction(store.db, async (tx) => {
      tries += 1;
      await putRemote(tx, `first/${tries}`, 'channel', null, {});
      if (tries === 1) await cutOff(tx);
      await putRemote(tx, `second/${tries}`, 'channel', null, {});
    });
    expect(tries).toBe(2);
    expect(await getRemote(store.db, 'first/1')).toBeNull();
    expect(await getRemote(store.db, 'second/2')).toEqual({});
  });

  it('is mended for reads that must agree as well', async () => {
    let tries = 0;
    const read = inSnapshot(store.db, async (tx) => {
      tries += 1;
      if (tries < 3) await cutOff(tx);
      return getRemote(tx, 'second/2');
    });
    expect(await read).toEqual({});
    expect(tries).toBe(3);
  });

  it('over the commit is told, not tried again: nobody knows whether it was kept', async () => {
    let tries = 0;
    const work = inTransaction(store.db, async (tx) => {
      tries += 1;
      await sql`insert into told values ('once')`.execute(tx);
    });
    await expect(work).rejects.toSatisfy(isAway);
    expect(tries).toBe(1);
    expect(await getRemote(store.db, 'second/2')).toEqual({});
  });

  it('is told after some four tries, not for ever', async () => {
    let tries = 0;
    const work = inTransaction(store.db, async (tx) => {
      tries += 1;
      await cutOff(tx);
      await getRemote(tx, 'x');
    });
    await expect(work).rejects.toSatisfy(isAway);
    expect(tries).toBe(5);
  });
});

describe('the start waits for the database', () => {
  it('for a server that is started later, and says how often it asked', { timeout: 60_000 }, async () => {
    const cluster = await startCluster(need('a PostgreSQL server, version 15 or later', 'postgresql', findPostgres));
    await cluster.halt('fast');
    const waited: number[] = [];
    const opened = await openPatiently({ url: cluster.url }, ({ attempts, error }) => {
      expect(isAway(error)).toBe(true);
      waited.push(attempts);
      if (attempts === 2) void cluster.start();
    });
    expect(waited.slice(0, 2)).toEqual([1, 2]);
    expect(await getRemote(opened.db, 'x')).toBeNull();
    await opened.close();
    cluster.stop();
  });

  it('but not for a database that does not exist: that is a fault of the setting', async () => {
    const nowhere = openPatiently({ url: fresh.url.replace(/\/[^/]+$/, '/nowhere') }, () => {
      throw new Error('waited');
    });
    await expect(nowhere).rejects.toThrow('could not be brought up to date');
  });
});
