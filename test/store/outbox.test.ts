import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, type OpenDatabase } from '../../src/store/database.ts';
import {
  claimLanes,
  freeLanes,
  enqueue,
  headMessages,
  isQueued,
  markDead,
  markDone,
  markDropped,
  markSending,
  oldestWaiting,
  outboxCounts,
  outboxStates,
  putBack,
  releaseLane,
  renewLease,
  retryDead,
  type OutboxMessage,
} from '../../src/store/outbox.ts';
import { freshStore, KINDS } from '../support/store.ts';

const MORNING = new Date('2026-06-01T08:00:00Z');
const after = (seconds: number): Date => new Date(MORNING.getTime() + seconds * 1000);
const message = (key: string, lane = 'mail', caseId: string | null = 'NBC-2026-0001'): OutboxMessage => ({
  key,
  lane,
  kind: 'mail',
  caseId,
  payload: { about: key },
});

describe.each(KINDS)('the outbox, %s store', (kind) => {
  let store: OpenDatabase;
  beforeAll(async () => {
    store = await freshStore(kind);
  });
  beforeEach(async () => {
    await store.db.deleteFrom('message').execute();
    await store.db.deleteFrom('lane').execute();
  });
  afterAll(() => store.close());

  const put = (keys: string[], lane = 'mail', now = MORNING) =>
    inTransaction(store.db, (tx) =>
      enqueue(
        tx,
        keys.map((key) => message(key, lane)),
        now,
      ),
    );
  const claim = (owner: string, now = MORNING, limit = 10) =>
    claimLanes(store.db, owner, { now, leaseSeconds: 30, limit });
  const heads = async (owner: string, lane = 'mail') =>
    (await headMessages(store.db, lane, owner, 10)).map(({ key }) => key);
  const states = async () => Object.fromEntries((await outboxStates(store.db)).map(({ key, state }) => [key, state]));

  it('takes each key once, for ever: a second sweep or a second click is harmless', async () => {
    expect(await put(['a', 'b'])).toBe(2);
    expect(await put(['b', 'c'])).toBe(1);
    await claim('one');
    await markSending(store.db, 'a', 'one');
    await markDone(store.db, 'a');
    expect(await put(['a'])).toBe(0);
    expect(await states()).toEqual({ a: 'done', b: 'waiting', c: 'waiting' });
    expect([await isQueued(store.db, 'a'), await isQueued(store.db, 'z')]).toEqual([true, false]);
    expect(await inTransaction(store.db, (tx) => enqueue(tx, [], MORNING))).toBe(0);
  });

  it('keeps nothing of a transaction that fails', async () => {
    const failed = inTransaction(store.db, async (tx) => {
      await enqueue(tx, [message('a')], MORNING);
      throw new Error('the act was refused by the database');
    });
    await expect(failed).rejects.toThrow('refused');
    expect(await claim('one')).toEqual([]);
  });

  it('gives the head of a lane in order, with what is to be sent, to its holder alone', async () => {
    await put(['a', 'b', 'c']);
    expect(await claim('one')).toEqual([{ lane: 'mail', leaseUntil: after(30), unsure: 0 }]);
    expect(await claim('two')).toEqual([]);
    expect(await heads('two')).toEqual([]);
    const [first, second, ...more] = await headMessages(store.db, 'mail', 'one', 2);
    expect(first).toEqual({
      ...message('a'),
      attempt: { number: 1, unsure: false },
      createdAt: MORNING,
      lastError: null,
      trouble: null,
    });
    expect([second?.key, more]).toEqual(['b', []]);
    expect(await markSending(store.db, 'a', 'two')).toBe(false);
    expect(await markSending(store.db, 'a', 'one')).toBe(true);
    await markDone(store.db, 'a', 'message 17');
    expect(await markSending(store.db, 'a', 'one')).toBe(false);
    expect(await heads('one')).toEqual(['b', 'c']);
  });

  it('claims the lanes longest ready first, as many as asked for', async () => {
    await put(['late'], 'lane-1', after(5));
    await put(['early'], 'lane-2', MORNING);
    await put(['not yet'], 'lane-3', after(60));
    const lanes = async (owner: string, limit: number) =>
      (await claim(owner, after(10), limit)).map(({ lane }) => lane);
    expect(await lanes('one', 1)).toEqual(['lane-2']);
    expect(await lanes('two', 5)).toEqual(['lane-1']);
    expect(await lanes('three', 5)).toEqual([]);
  });

  it('lets an empty lane sleep and wakes it for the next message', async () => {
    await put(['a']);
    await claim('one');
    await markSending(store.db, 'a', 'one');
    await markDone(store.db, 'a');
    await releaseLane(store.db, 'mail', 'one', null);
    expect(await claim('one', after(3600))).toEqual([]);
    await put(['b'], 'mail', after(3600));
    expect(await claim('one', after(3600))).toHaveLength(1);
  });

  it('offers a lane again at once when it is given back with messages left', async () => {
    await put(['a', 'b']);
    await claim('one');
    await markSending(store.db, 'a', 'one');
    await markDone(store.db, 'a');
    await releaseLane(store.db, 'mail', 'one', null);
    expect(await claim('two')).toHaveLength(1);
    expect(await heads('two')).toEqual(['b']);
  });

  it('holds the whole lane until Retry-After, also against a message put in meanwhile', async () => {
    await put(['a', 'b']);
    await claim('one');
    await markSending(store.db, 'a', 'one');
    await putBack(store.db, 'mail', 'a', after(120), 'asked to wait 120 seconds');
    await releaseLane(store.db, 'mail', 'one', null);
    await put(['c'], 'mail', after(10));
    expect(await claim('two', after(119))).toEqual([]);
    expect(await outboxStates(store.db)).toMatchObject([
      { key: 'a', attempts: 1, nextAt: after(120).toISOString(), error: 'asked to wait 120 seconds' },
      { key: 'b', nextAt: after(120).toISOString() },
      { key: 'c', nextAt: after(120).toISOString() },
    ]);
    expect(await claim('two', after(120))).toHaveLength(1);
    const [first] = await headMessages(store.db, 'mail', 'two', 1);
    expect(first).toMatchObject({
      key: 'a',
      attempt: { number: 2, unsure: false },
      lastError: 'asked to wait 120 seconds',
    });
  });

  it('keeps the pause of a lane that was emptied before it was over', async () => {
    await put(['a']);
    await claim('one');
    await markSending(store.db, 'a', 'one');
    await markDone(store.db, 'a');
    await releaseLane(store.db, 'mail', 'one', after(60));
    await put(['b'], 'mail', after(10));
    expect(await claim('one', after(59))).toEqual([]);
    expect(await claim('one', after(60))).toHaveLength(1);
  });

  it('hands out what a dead sender had begun as unsure, in its old place, and counts it', async () => {
    await put(['a', 'b', 'c']);
    await claim('dead');
    await markSending(store.db, 'a', 'dead');
    await markDone(store.db, 'a');
    await markSending(store.db, 'b', 'dead');
    expect(await claim('heir', after(29))).toEqual([]);
    expect(await claim('heir', after(30))).toEqual([{ lane: 'mail', leaseUntil: after(60), unsure: 1 }]);
    expect(await states()).toEqual({ a: 'done', b: 'unsure', c: 'waiting' });
    const [first, second] = await headMessages(store.db, 'mail', 'heir', 10);
    expect(first).toMatchObject({ key: 'b', attempt: { number: 2, unsure: true } });
    expect(second).toMatchObject({ key: 'c', attempt: { number: 1, unsure: false } });
    expect(await markSending(store.db, 'c', 'dead')).toBe(false);
    expect(await renewLease(store.db, 'mail', 'dead', { now: after(31), leaseSeconds: 30 })).toBe(false);
    await markSending(store.db, 'b', 'heir');
    await markDone(store.db, 'b');
    expect((await outboxStates(store.db))[1]).toMatchObject({ key: 'b', state: 'done', attempts: 2, unsureCount: 1 });
  });

  it('is free at once when the only process that can open the store starts again', async () => {
    await put(['a', 'b']);
    await claim('dead');
    await markSending(store.db, 'a', 'dead');
    await freeLanes(store.db);
    expect(await claim('heir', after(1))).toEqual([{ lane: 'mail', leaseUntil: after(31), unsure: 1 }]);
    expect(await heads('heir')).toEqual(['a', 'b']);
  });

  it('keeps the lease of a sender that renews it', async () => {
    await put(['a']);
    await claim('one');
    expect(await renewLease(store.db, 'mail', 'one', { now: after(20), leaseSeconds: 30 })).toBe(true);
    expect(await claim('two', after(49))).toEqual([]);
    expect(await claim('two', after(50))).toHaveLength(1);
  });

  it('does not forget that a message arrived when the lease was lost meanwhile', async () => {
    await put(['a', 'b']);
    await claim('slow');
    await markSending(store.db, 'a', 'slow');
    await claim('heir', after(31));
    await markDone(store.db, 'a');
    expect(await heads('heir')).toEqual(['b']);
    await releaseLane(store.db, 'mail', 'slow', null);
    expect(await claim('third', after(32))).toEqual([]);
  });

  it('takes a message its own holder left in the middle as unsure too', async () => {
    await put(['a', 'b']);
    await claim('one');
    await markSending(store.db, 'a', 'one');
    const [first] = await headMessages(store.db, 'mail', 'one', 2);
    expect(first).toMatchObject({ key: 'a', attempt: { number: 2, unsure: true } });
  });

  it('goes on behind a dead letter, shows why it is dead, and can send it again', async () => {
    await put(['a', 'b']);
    await claim('one');
    await markSending(store.db, 'a', 'one');
    await markDead(store.db, 'a', 'The mailbox does not exist.', MORNING);
    expect(await heads('one')).toEqual(['b']);
    await markDropped(store.db, 'b', 'The action is done.');
    await releaseLane(store.db, 'mail', 'one', null);
    expect(await outboxStates(store.db)).toMatchObject([
      { key: 'a', state: 'dead', error: 'The mailbox does not exist.', nextAt: null },
      { key: 'b', state: 'dropped', error: 'The action is done.', nextAt: null },
    ]);
    expect(await inTransaction(store.db, (tx) => retryDead(tx, 'a'))).toBe(true);
    expect(await inTransaction(store.db, (tx) => retryDead(tx, 'b'))).toBe(false);
    expect(await claim('one', after(1))).toHaveLength(1);
    expect(await headMessages(store.db, 'mail', 'one', 9)).toMatchObject([{ key: 'a', attempt: { number: 1 } }]);
  });

  it('does not bring back what has ended', async () => {
    await put(['a']);
    await claim('one');
    await markSending(store.db, 'a', 'one');
    await markDropped(store.db, 'a', 'The case is closed.');
    await markDone(store.db, 'a');
    await putBack(store.db, 'mail', 'a', after(60), 'late answer');
    expect(await states()).toEqual({ a: 'dropped' });
  });

  it('tells the oldest message still to go out, the counts, and the messages of one case', async () => {
    expect(await oldestWaiting(store.db)).toBeNull();
    await put(['a'], 'lane-1', after(10));
    await put(['b'], 'lane-2', MORNING);
    await inTransaction(store.db, (tx) => enqueue(tx, [message('c', 'lane-1', 'NBC-2026-0002')], after(20)));
    expect(await oldestWaiting(store.db)).toEqual({ key: 'b', lane: 'lane-2', kind: 'mail', since: MORNING });
    await claim('one', after(30));
    await markSending(store.db, 'b', 'one');
    await markDone(store.db, 'b');
    expect(await oldestWaiting(store.db)).toMatchObject({ key: 'a', since: after(10) });
    expect(await outboxCounts(store.db)).toEqual({ waiting: 2, sending: 0, unsure: 0, dead: 0 });
    expect((await outboxStates(store.db, { caseId: 'NBC-2026-0002' })).map(({ key }) => key)).toEqual(['c']);
  });
});
