import { CompiledQuery, createQueryId, sql, type KyselyPlugin, type RootOperationNode } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, type Db, type OpenDatabase } from '../../src/store/database.ts';
import { dueSince, enqueue, markDead, markDone, oldestWaiting, outboxCounts } from '../../src/store/outbox.ts';
import { caseOfChannel, putRemote } from '../../src/store/remote.ts';
import { freshStore, KINDS } from '../support/store.ts';

const MORNING = new Date('2026-06-01T08:00:00Z');
const after = (seconds: number): Date => new Date(MORNING.getTime() + seconds * 1000);

describe('what is asked all day long stays quick, however much has ended', () => {
  let store: OpenDatabase;
  beforeAll(async () => {
    store = await freshStore('postgres');
    await sql`insert into lane (lane) select 'lane-' || n from generate_series(1, 5000) n`.execute(store.db);
    await sql`
      insert into message (key, lane, kind, payload, state, created_at)
      select 'done/' || n, 'lane-' || (1 + n % 5000), 'card', '{}', 'done', now() from generate_series(1, 30000) n`.execute(
      store.db,
    );
    await sql`
      insert into remote (key, kind, case_id, ref)
      select 'card/' || n, case n % 50 when 0 then 'space' else 'card' end, 'NBC-2026-' || n,
        jsonb_build_object('channelId', '19:' || n) from generate_series(1, 20000) n`.execute(store.db);
    await sql`analyze message, lane, remote`.execute(store.db);
  });
  afterAll(() => store.close());

  it.each<[string, (db: Db) => Promise<unknown>]>([
    ['the counts of the outbox', (db) => outboxCounts(db)],
    ['its oldest message', (db) => oldestWaiting(db)],
    ['since when a lane is due', (db) => dueSince(db, MORNING)],
    ['whose a channel is', (db) => caseOfChannel(db, '19:50')],
  ])('%s: found by an index, no table read through', async (_what, ask) => {
    const plan = await planOf(store.db, ask);
    expect(plan).toMatch(/Index|Bitmap/);
    expect(plan).not.toContain('Seq Scan');
  });
});

/** PostgreSQL's plan of the very statement that the question sends. */
async function planOf(db: Db, ask: (db: Db) => Promise<unknown>): Promise<string> {
  const seen: RootOperationNode[] = [];
  const listener: KyselyPlugin = {
    transformQuery: ({ node }) => {
      seen.push(node);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await ask(db.withPlugin(listener));
  expect(seen).toHaveLength(1);
  const plans = seen.map(async (node) => {
    const { sql: text, parameters } = db.getExecutor().compileQuery(node, createQueryId());
    const { rows } = await db.executeQuery(CompiledQuery.raw(`explain ${text}`, [...parameters]));
    return JSON.stringify(rows);
  });
  return (await Promise.all(plans)).join();
}

describe.each(KINDS)('the state of the outbox, %s store', (kind) => {
  let store: OpenDatabase;
  beforeAll(async () => {
    store = await freshStore(kind);
  });
  afterAll(() => store.close());

  it('counts what waits and what is dead, and tells since when the lane that nobody takes up has been due', async () => {
    const put = (key: string, lane: string, at: Date): Promise<unknown> =>
      inTransaction(store.db, (tx) => enqueue(tx, [{ key, lane, kind: 'mail', caseId: null, payload: {} }], at));
    expect(await dueSince(store.db, after(99))).toBeNull();
    await put('a', 'one', after(10));
    await put('b', 'two', after(20));
    await put('c', 'two', after(21));
    await markDone(store.db, 'c');
    await put('d', 'three', after(5));
    await markDead(store.db, 'd', 'The mailbox does not exist.', new Date('2026-06-01T08:00:00Z'));
    expect(await outboxCounts(store.db)).toEqual({ waiting: 2, sending: 0, unsure: 0, dead: 1 });
    expect(await dueSince(store.db, after(4))).toBeNull();
    expect(await dueSince(store.db, after(5))).toEqual(after(5));
    await sql`update lane set ready_at = null where lane = 'three'`.execute(store.db);
    // Under way until 99: not due before, and due again when its holder let it lapse.
    await sql`update lane set lease_owner = 'x', lease_until = ${after(99)} where lane = 'one'`.execute(store.db);
    expect(await dueSince(store.db, after(98))).toEqual(after(20));
    expect(await dueSince(store.db, after(99))).toEqual(after(10));
  });

  it('knows whose a channel is, and nothing of other things that bear its id', async () => {
    await putRemote(store.db, 'space/NBC-2026-0001', 'space', 'NBC-2026-0001', { channelId: '19:a' });
    await putRemote(store.db, 'card/NBC-2026-0002/case', 'card', 'NBC-2026-0002', { channelId: '19:b' });
    expect(await caseOfChannel(store.db, '19:a')).toBe('NBC-2026-0001');
    expect(await caseOfChannel(store.db, '19:b')).toBeNull();
  });
});
