import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, openDatabase, type OpenDatabase } from '../../src/store/database.ts';
import { EMBEDDED_MAJOR } from '../../src/store/embedded.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { getRemote, putRemote } from '../../src/store/remote.ts';
import { NestedUse } from '../../src/store/transactionGuard.ts';
import { freshDatabase, freshStore, KINDS } from '../support/store.ts';

describe.each(KINDS)('the database, %s store', (kind) => {
  let store: OpenDatabase;
  beforeAll(async () => {
    store = await freshStore(kind);
  });
  afterAll(() => store.close());

  it('says which kind it is', () => expect(store.kind).toBe(kind));

  it('reads days as text, big whole numbers as numbers, jsonb as values and instants as dates, in any time zone', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select date '2026-06-01' as day, 9007199254740991::bigint as big, '{"a":[1,null]}'::jsonb as value,
        timestamptz '2026-06-01 00:30:00.123+01' as at`.execute(store.db);
    expect(rows[0]).toEqual({
      day: '2026-06-01',
      big: 9007199254740991,
      value: { a: [1, null] },
      at: new Date('2026-05-31T23:30:00.123Z'),
    });
    await expect(sql`select 9007199254740993::bigint as big`.execute(store.db)).rejects.toThrow('out of range');
  });

  it('throws at once when a transaction uses the root handle, however deep, and rolls back', async () => {
    const deep = async (): Promise<unknown> => {
      await Promise.resolve();
      return getRemote(store.db, 'x');
    };
    const nested = inTransaction(store.db, async (tx) => {
      await putRemote(tx, 'nested', 'channel', null, {});
      await Promise.all([deep()]);
    });
    await expect(nested).rejects.toThrow(NestedUse);
    expect(await getRemote(store.db, 'nested')).toBeNull();
    const twice = inTransaction(store.db, () => inTransaction(store.db, async () => 'inner'));
    await expect(twice).rejects.toThrow(NestedUse);
  });

  it('lets work begun in a transaction use the root handle once it has ended', async () => {
    let later: () => void = () => undefined;
    let after: Promise<unknown> = Promise.resolve();
    await inTransaction(store.db, async () => {
      after = new Promise<void>((resolve) => (later = resolve)).then(() => getRemote(store.db, 'x'));
    });
    later();
    expect(await after).toBeNull();
  });

  it('joins a transaction it is given', async () => {
    const failed = inTransaction(store.db, (tx) =>
      inTransaction(tx, async (same) => {
        await putRemote(same, 'joined', 'channel', null, {});
        throw new Error('both go');
      }),
    );
    await expect(failed).rejects.toThrow('both go');
    expect(await getRemote(store.db, 'joined')).toBeNull();
  });

  it('keeps transactions apart that run at once: 40 of 60 counted, 60 plain inserts kept', async () => {
    await putRemote(store.db, 'counter', 'test', null, { n: 0 });
    const count = (index: number): Promise<void> =>
      inTransaction(store.db, async (tx) => {
        const { rows } = await sql<{ n: number }>`
          select (ref->>'n')::int as n from remote where key = 'counter' for update`.execute(tx);
        await putRemote(tx, 'counter', 'test', null, { n: (rows[0]?.n ?? 0) + 1 });
        if (index % 3 === 0) throw new Error('rolled back on purpose');
      }).catch((error: Error) => expect(error.message).toBe('rolled back on purpose'));
    const plain = (index: number) => putRemote(store.db, `plain-${index}`, 'test', 'NBC-2026-0001', {});
    await Promise.all(Array.from({ length: 60 }, (_, index) => [count(index), plain(index)]).flat());
    expect(await getRemote(store.db, 'counter')).toEqual({ n: 40 });
    const { rows } = await sql<{ kept: number }>`
      select count(*) as kept from remote where key like 'plain-%'`.execute(store.db);
    expect(rows).toEqual([{ kept: 60 }]);
  });

  it('goes on after a statement that failed', async () => {
    await expect(sql`select nothing from nowhere`.execute(store.db)).rejects.toMatchObject({ code: '42P01' });
    await expect(inTransaction(store.db, (tx) => sql`select 1/0`.execute(tx))).rejects.toMatchObject({ code: '22012' });
    expect(await getRemote(store.db, 'still there')).toBeNull();
  });

  it('keeps the values of a failed statement out of the error, which will be logged', async () => {
    await putRemote(store.db, 'Ada Example', 'test', null, {});
    const failed = store.db
      .insertInto('remote')
      .values({ key: 'Ada Example', kind: 'test', case_id: null, ref: '{}' })
      .execute();
    const error: unknown = await failed.catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: '23505', constraint: 'remote_pkey' });
    const shown = Object.getOwnPropertyNames(error).map((name) => String(Reflect.get(error as Error, name)));
    expect(shown.join('\n')).not.toContain('Ada');
  });
});

describe('opening', () => {
  it('brings one PostgreSQL up to date from several processes at once without harm', async () => {
    const fresh = await freshDatabase();
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ url: fresh.url })));
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
      opened[0]?.db ?? expect.unreachable(),
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(MIGRATIONS));
    await Promise.all(opened.map((store) => store.close()));
    await fresh.drop();
  });

  it('fails with its cause where no server answers', async () => {
    const opening = openDatabase({ url: 'postgres://nobody:secret@127.0.0.1:1/none' });
    const error: unknown = await opening.catch((caught: unknown) => caught);
    expect(String(error)).toContain('could not be brought up to date');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('secret');
  });

  it('knows the version of PostgreSQL the embedded engine is', async () => {
    const store = await freshStore('embedded');
    const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(
      store.db,
    );
    await store.close();
    expect(rows[0]?.version.split('.')[0]).toBe(EMBEDDED_MAJOR);
  });
});

describe('the steps of the schema', () => {
  /** A step that has run somewhere is never edited. Add the next one, and its line here. */
  const KEPT: Record<string, string> = {
    '0001_cases': 'e441423030bc0d24',
    '0002_outbox': 'f872eb75e65d71cd',
    '0003_directory': 'b1b3c54c40865977',
    '0004_doors': 'af00e99560662807',
    '0005_partnershipDigest': 'f98615260fe27304',
    '0006_looks': '7299f06b201b946b',
    '0007_seal': '4af66b074556e928',
    '0008_nightAndDirectories': '7d9448859954a12d',
    '0009_outboxTrouble': '9b29bf2e8c469675',
    '0010_watched': '1b8d50905c5f1d45',
    '0011_likeness': '02c65dc4cef1a60d',
  };
  it.each(Object.keys(MIGRATIONS))('%s is as it was when it first ran', (name) => {
    const text = readFileSync(new URL(`../../src/store/migrations/${name}.ts`, import.meta.url), 'utf8');
    const words = text.replace(/\/\*\*.*?\*\//gs, '').replace(/\s+/g, ' ');
    expect(createHash('sha256').update(words).digest('hex').slice(0, 16)).toBe(KEPT[name]);
  });
});
