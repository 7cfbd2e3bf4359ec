import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { heartbeat } from '../src/composeHeart.ts';
import { healthOf, watchHealth } from '../src/composeHealth.ts';
import { makeLog } from '../src/log.ts';
import { inTransaction, type OpenDatabase } from '../src/store/database.ts';
import { enqueue } from '../src/store/outbox.ts';
import { freshStore } from './support/store.ts';

const MORNING = new Date('2026-06-01T08:00:00Z');
const after = (ms: number): Date => new Date(MORNING.getTime() + ms);

let store: OpenDatabase;
let elapsed = 0;
const hearts = () => ({ sweep: heartbeat(() => elapsed), dispatcher: heartbeat(() => elapsed) });
beforeAll(async () => {
  store = await freshStore('embedded');
});
afterAll(() => store.close());
beforeEach(async () => {
  elapsed = 0;
  await store.db.deleteFrom('message').execute();
  await store.db.deleteFrom('lane').execute();
});

describe('the process is well only while it does its work', () => {
  it.each<[string, 'sweep' | 'dispatcher', number]>([
    ['the sweep has not gone round for three minutes', 'sweep', 180_000],
    ['the dispatcher has not gone round for a minute and a half', 'dispatcher', 90_000],
  ])('not when %s: well up to that moment, and again after a beat', async (_what, part, bound) => {
    const both = hearts();
    elapsed = bound;
    (part === 'sweep' ? both.dispatcher : both.sweep).beat();
    const look = () => healthOf({ db: store.db, now: () => MORNING, hearts: both });
    expect((await look()).ok).toBe(true);
    elapsed = bound + 1;
    expect(await look()).toMatchObject({ ok: false, ailing: [part] });
    both[part].beat();
    expect((await look()).ok).toBe(true);
  });

  it('not when a message that could go out is taken up by nobody for ten minutes; one put off is not due', async () => {
    const message = { key: 'a', lane: 'mail', kind: 'mail', caseId: null, payload: {} };
    await inTransaction(store.db, (tx) => enqueue(tx, [message], MORNING));
    const look = (ms: number) => healthOf({ db: store.db, now: () => after(ms), hearts: hearts() });
    expect(await look(600_000)).toMatchObject({ ok: true, parts: { waiting: 1, dueMs: 600_000, oldestMs: 600_000 } });
    expect(await look(600_001)).toMatchObject({ ok: false, ailing: ['outbox'] });
    await sql`update lane set ready_at = ${after(900_000)}`.execute(store.db);
    expect(await look(600_001)).toMatchObject({ ok: true, parts: { dueMs: 0, oldestMs: 600_001 } });
  });

  it('not when the store does not answer, and says so instead of failing', async () => {
    const closed = await freshStore('embedded');
    await closed.close();
    const state = await healthOf({ db: closed.db, now: () => MORNING, hearts: hearts() });
    expect(state).toMatchObject({ ok: false, ailing: ['store'], parts: { store: false } });
  });
});

it('the log hears once when the health turns, with what ails, and once when it is well again', async () => {
  const lines: string[] = [];
  const log = makeLog('info', { write: (line: string) => void lines.push(line) });
  const states = [[], ['store'], ['store'], ['store', 'outbox'], []];
  const over = new AbortController();
  let looked = 0;
  const look = async () => {
    const ailing = states[looked] ?? [];
    looked += 1;
    if (looked === states.length) over.abort();
    return { ok: ailing.length === 0, ailing, parts: {} };
  };
  await watchHealth(look, log, over.signal, 1);
  const told = lines.map((line) => JSON.parse(line) as { event: string; reason?: string });
  expect(told.map(({ event, reason }) => [event, reason])).toEqual([
    ['unhealthy', 'store'],
    ['unhealthy', 'store outbox'],
    ['healthy', undefined],
  ]);
});
