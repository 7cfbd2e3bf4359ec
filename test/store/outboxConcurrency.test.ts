import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/store/database.ts';
import {
  claimLanes,
  enqueue,
  markDone,
  markSending,
  outboxCounts,
  releaseLane,
  type OutboxMessage,
} from '../../src/store/outbox.ts';
import { freshStore } from '../support/store.ts';

const MORNING = new Date('2026-06-01T08:00:00Z');
const message = (key: string, lane: string): OutboxMessage => ({ key, lane, kind: 'mail', caseId: null, payload: key });

describe('the outbox under several connections', () => {
  it('never gives one lane to two of eight claimants, and gives every lane to somebody', async () => {
    const store = await freshStore('postgres');
    const lanes = Array.from({ length: 40 }, (_, index) => `lane-${index}`);
    await inTransaction(store.db, (tx) =>
      enqueue(
        tx,
        lanes.map((lane) => message(lane, lane)),
        MORNING,
      ),
    );
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        claimLanes(store.db, `owner-${index}`, { now: MORNING, leaseSeconds: 30, limit: 10 }),
      ),
    );
    const taken = claims.flat().map(({ lane }) => lane);
    expect(new Set(taken).size).toBe(taken.length);
    const rest = await claimLanes(store.db, 'rest', { now: MORNING, leaseSeconds: 30, limit: 99 });
    expect([...taken, ...rest.map(({ lane }) => lane)].sort()).toEqual([...lanes].sort());
    await store.close();
  });

  it('does not lose the wake of a message that is committed while its lane is given back', async () => {
    const store = await freshStore('postgres');
    for (let round = 0; round < 25; round += 1) {
      const lane = `lane-${round}`;
      await inTransaction(store.db, (tx) => enqueue(tx, [message(`first-${round}`, lane)], MORNING));
      await claimLanes(store.db, 'one', { now: MORNING, leaseSeconds: 30, limit: 1 });
      await markSending(store.db, `first-${round}`, 'one');
      await markDone(store.db, `first-${round}`);
      await Promise.all([
        releaseLane(store.db, lane, 'one', null),
        inTransaction(store.db, (tx) => enqueue(tx, [message(`second-${round}`, lane)], MORNING)),
      ]);
      const claimed = await claimLanes(store.db, 'two', { now: MORNING, leaseSeconds: 30, limit: 1 });
      expect(claimed.map((it) => it.lane)).toEqual([lane]);
    }
    await store.close();
  });

  it('gets through when many transactions put into the same lanes in different orders', async () => {
    const store = await freshStore('postgres');
    const one = (index: number) =>
      inTransaction(store.db, async (tx) => {
        for (const lane of index % 2 === 0 ? ['x', 'y'] : ['y', 'x'])
          await enqueue(tx, [message(`${lane}-${index}`, lane)], MORNING);
      });
    await Promise.all(Array.from({ length: 6 }, (_, index) => one(index)));
    expect(await outboxCounts(store.db)).toMatchObject({ waiting: 12 });
    await store.close();
  });
});
