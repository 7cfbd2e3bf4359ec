import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inSnapshot, inTransaction, type OpenDatabase } from '../../src/store/database.ts';
import { freshStore } from '../support/store.ts';

describe('the embedded session', () => {
  let store: OpenDatabase;
  beforeAll(async () => {
    store = await freshStore('embedded');
  });
  afterAll(() => store.close());

  const scalar = async (text: string): Promise<unknown> =>
    (await sql<{ it: unknown }>`${sql.raw(text)}`.execute(store.db)).rows[0]?.it;

  it('brings values of every kind there and back, the second time as the first', async () => {
    const at = new Date('2026-03-29T00:30:00.125Z');
    for (let time = 0; time < 3; time += 1) {
      const { rows } = await sql`
        select ${`O'Brien \\ ${time}`}::text as text, ${time}::int as small, ${'9007199254740991'}::bigint as large,
          ${time % 2 === 0}::boolean as truth, ${at}::timestamptz as instant, ${'2026-02-28'}::date as day,
          ${'{"a":[1,null,"${x}"]}'}::jsonb as json, ${null}::text as nothing`.execute(store.db);
      expect(rows).toEqual([
        {
          text: `O'Brien \\ ${time}`,
          small: time,
          large: 9007199254740991,
          truth: time % 2 === 0,
          instant: at,
          day: '2026-02-28',
          json: { a: [1, null, '${x}'] },
          nothing: null,
        },
      ]);
    }
  });

  it('says how many rows were changed, each time anew', async () => {
    await sql`create table counted (n int primary key, word text)`.execute(store.db);
    const insert = (n: number) => sql`insert into counted values (${n}, 'a'), (${n + 1}, 'b')`.execute(store.db);
    expect([(await insert(1)).numAffectedRows, (await insert(3)).numAffectedRows]).toEqual([2n, 2n]);
    const update = (n: number) => sql`update counted set word = 'c' where n > ${n}`.execute(store.db);
    expect([(await update(1)).numAffectedRows, (await update(9)).numAffectedRows]).toEqual([3n, 0n]);
  });

  it('sees a column that was added after the same question was asked before', async () => {
    await sql`create table widened (a int)`.execute(store.db);
    await sql`insert into widened values (1)`.execute(store.db);
    const all = async () => (await sql`select * from widened`.execute(store.db)).rows;
    expect([await all(), await all()]).toEqual([[{ a: 1 }], [{ a: 1 }]]);
    await sql`alter table widened add column b int default 2`.execute(store.db);
    expect(await all()).toEqual([{ a: 1, b: 2 }]);
  });

  it('goes on after a statement that cannot be read, one that fails, and a transaction that failed', async () => {
    await expect(scalar('select nothing_of_that_name as it')).rejects.toMatchObject({ code: '42703' });
    await expect(scalar('select 1 / 0 as it')).rejects.toMatchObject({ code: '22012' });
    await expect(scalar('select 1 / 0 as it')).rejects.toMatchObject({ code: '22012' });
    const failing = inTransaction(store.db, async (tx) => {
      await sql`select 1 / 0 as it`.execute(tx).catch(() => undefined);
      await expect(sql`select 'a new question' as it`.execute(tx)).rejects.toMatchObject({ code: '25P02' });
      throw new Error('given up');
    });
    await expect(failing).rejects.toThrow('given up');
    expect(await scalar(`select 'a new question' as it`)).toBe('a new question');
  });

  it('answers each of many asked at once inside one transaction', async () => {
    const asked = Array.from({ length: 40 }, (_, n) => n);
    const answers = await inTransaction(store.db, async (tx) =>
      Promise.all(asked.map(async (n) => (await sql<{ n: number }>`select ${n}::int as n`.execute(tx)).rows[0]?.n)),
    );
    expect(answers).toEqual(asked);
  });

  it('makes its plans anew from time to time, in a read-only snapshot too', async () => {
    const last = await inSnapshot(store.db, async (tx) => {
      let n = 0;
      while (n < 1_100) n = (await sql<{ n: number }>`select ${n}::int + 1 as n`.execute(tx)).rows[0]?.n ?? 0;
      return n;
    });
    expect(last).toBe(1_100);
  });

  it('takes more different statements than it keeps', async () => {
    for (let n = 0; n < 640; n += 1) expect(await scalar(`select ${n} as it`)).toBe(n);
    const { rows } = await sql<{ kept: number }>`select count(*) as kept from pg_prepared_statements`.execute(store.db);
    expect(rows[0]?.kept).toBeLessThanOrEqual(300);
  });
});
