import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '../../src/domain/effects.ts';
import type { Sent } from '../../src/delivery/sender.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { freshStore } from '../support/store.ts';
import { benchOf, cardEffect, CASE, handClock, put, sameFor, stateOf, type HandClock } from './support/bench.ts';

let store: OpenDatabase;
let clock: HandClock;
beforeAll(async () => {
  store = await freshStore('embedded');
});
beforeEach(async () => {
  await store.db.deleteFrom('message').execute();
  await store.db.deleteFrom('lane').execute();
  clock = handClock();
});
afterAll(async () => store.close());

const SENT: Sent = { kind: 'sent' };

describe('lanes beside each other', () => {
  it('a lane that hangs to its deadline holds up nobody: 39 others go out meanwhile, each in its order', async () => {
    let finish: (() => void) | undefined;
    const sent: string[] = [];
    const { dispatcher } = benchOf(
      store.db,
      clock,
      sameFor(async (effect) => {
        if (effect.key === 'card/00/1') await new Promise<void>((done) => (finish = done));
        sent.push(effect.key);
        return SENT;
      }),
    );
    const lanes = Array.from({ length: 40 }, (_, i) => String(i).padStart(2, '0'));
    const all = lanes.flatMap((name) =>
      [1, 2].map((n): Effect => ({
        kind: 'syncMembers',
        key: `card/${name}/${String(n)}`,
        lane: `chat/${name}`,
        caseId: CASE,
      })),
    );
    await put(store.db, clock, ...all);
    const draining = dispatcher.drain();
    await expect.poll(() => sent.length).toBe(78);
    expect(sent).not.toContain('card/00/1');
    for (const name of lanes.slice(1))
      expect(sent.filter((key) => key.startsWith(`card/${name}/`))).toEqual([`card/${name}/1`, `card/${name}/2`]);
    finish?.();
    expect(await draining).toBe(80);
  });

  it('what is put in while a lane hangs goes out at once, also when every other place was free', async () => {
    let finish: (() => void) | undefined;
    const { dispatcher } = benchOf(
      store.db,
      clock,
      sameFor(async (effect) => {
        if (effect.key === 'card/hangs') await new Promise<void>((done) => (finish = done));
        return SENT;
      }),
      {
        pause: (_ms, signal) =>
          new Promise((_, fail) => signal.addEventListener('abort', () => fail(new Error('ended')))),
      },
    );
    const stop = new AbortController();
    await put(store.db, clock, cardEffect('hangs', 'chat/bob'));
    const running = dispatcher.run(stop.signal);
    await expect.poll(() => finish).toBeDefined();
    await put(store.db, clock, cardEffect('next', 'chat/ann'));
    dispatcher.wake();
    await expect.poll(async () => (await stateOf(store.db, 'card/next'))?.state).toBe('done');
    finish?.();
    stop.abort();
    await running;
    expect((await stateOf(store.db, 'card/hangs'))?.state).toBe('done');
  });

  it('no more than four lanes of the one mailbox are sent from at once, and they leave room for Teams', async () => {
    const busy = { mailbox: 0, rooms: 0 };
    const most = { mailbox: 0, rooms: 0 };
    let release: () => void = () => undefined;
    const gate = new Promise<void>((done) => (release = done));
    const { dispatcher } = benchOf(
      store.db,
      clock,
      sameFor(async ({ lane }) => {
        const which = lane.startsWith('mail/') || lane.startsWith('calendar/') ? 'mailbox' : 'rooms';
        busy[which] += 1;
        most[which] = Math.max(most[which], busy[which]);
        await gate;
        busy[which] -= 1;
        return SENT;
      }),
    );
    const to = (lane: string): Effect => ({ kind: 'syncMembers', key: lane, lane, caseId: CASE });
    const lanes = Array.from({ length: 10 }, (_, i) => [
      `mail/${String(i)}`,
      `calendar/${String(i)}`,
      `space/${String(i)}`,
    ]);
    await put(store.db, clock, ...lanes.flat().map(to));
    const draining = dispatcher.drain();
    await expect.poll(() => busy).toEqual({ mailbox: 4, rooms: 10 });
    release();
    expect(await draining).toBe(30);
    expect(most).toEqual({ mailbox: 4, rooms: 10 });
  });
});
