import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '../../src/domain/effects.ts';
import { TeamsFault } from '../../src/delivery/teamsFault.ts';
import { Undeliverable } from '../../src/delivery/undeliverable.ts';
import type { Sent } from '../../src/delivery/sender.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { retryDead } from '../../src/store/outbox.ts';
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
const fault = (kind: 'retry' | 'lag' | 'refused' | 'unknown', status: number, retryAfterMs?: number) =>
  new TeamsFault({
    status,
    code: `http${String(status)}`,
    kind,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });

/** Answers each send with the next of these; then everything arrives. */
function scripted(...answers: (Error | Sent)[]) {
  const calls: { key: string; number: number; unsure: boolean; at: string }[] = [];
  const send = async (effect: Effect, attempt: { number: number; unsure: boolean }): Promise<Sent> => {
    calls.push({ key: effect.key, ...attempt, at: clock.now().toISOString() });
    const answer = answers.shift() ?? SENT;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { calls, send, keys: () => calls.map(({ key }) => key) };
}

describe('the dispatcher', () => {
  it('sends a lane in the order in which it was written, and says how many ended', async () => {
    const { send, keys } = scripted();
    const { dispatcher } = benchOf(store.db, clock, sameFor(send));
    await put(store.db, clock, cardEffect('1'), cardEffect('2'));
    await put(store.db, clock, cardEffect('3'), cardEffect('a', 'chat/ann'));
    expect(await dispatcher.drain()).toBe(4);
    expect(keys().filter((key) => key !== 'card/a')).toEqual(['card/1', 'card/2', 'card/3']);
    expect(await dispatcher.drain()).toBe(0);
  });

  it('pauses the lane for as long as Teams asks, and keeps its order; other lanes go on', async () => {
    const { send, calls } = scripted(fault('retry', 429, 30_000));
    const { dispatcher } = benchOf(store.db, clock, sameFor(send));
    await put(store.db, clock, cardEffect('1'), cardEffect('2'));
    await dispatcher.drain();
    await put(store.db, clock, cardEffect('3'), cardEffect('a', 'chat/ann'));
    await dispatcher.drain();
    expect(calls.map(({ key }) => key)).toEqual(['card/1', 'card/a']);
    clock.pass(29_999);
    expect(await dispatcher.drain()).toBe(0);
    clock.pass(1);
    expect(await dispatcher.drain()).toBe(3);
    expect(calls.map(({ key }) => key)).toEqual(['card/1', 'card/a', 'card/1', 'card/2', 'card/3']);
  });

  it('waits longer each time Teams is in trouble: 2, 4, 8 seconds at the most', async () => {
    const trouble = [1, 2, 3].map(() => fault('retry', 503));
    const { send, calls } = scripted(...trouble);
    const { dispatcher } = benchOf(store.db, clock, sameFor(send));
    await put(store.db, clock, cardEffect('1'));
    await dispatcher.drain();
    for (const wait of [2_000, 4_000, 8_000]) {
      clock.pass(wait - 1);
      expect(await dispatcher.drain()).toBe(0);
      clock.pass(1);
      await dispatcher.drain();
    }
    expect(calls.map(({ number, unsure }) => [number, unsure])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, false],
    ]);
    expect((await stateOf(store.db, 'card/1'))?.state).toBe('done');
  });

  it('drops what is no longer owed at the last moment, with the reason, and sends what is behind it', async () => {
    const { send, keys } = scripted();
    const stillOwed = async (_: string, effect: Effect) => (effect.key === 'card/1' ? 'The action is done.' : true);
    const { dispatcher } = benchOf(store.db, clock, sameFor(send), { stillOwed });
    await put(store.db, clock, cardEffect('1'), cardEffect('2'));
    expect(await dispatcher.drain()).toBe(2);
    expect(keys()).toEqual(['card/2']);
    expect(await stateOf(store.db, 'card/1')).toMatchObject({ state: 'dropped', error: 'The action is done.' });
  });

  it('what one person’s Teams refuses is a dead letter in plain words, told to the coordinator; the lane goes on', async () => {
    const { send, keys } = scripted(new TeamsFault({ status: 403, code: 'MessageWritesBlocked', kind: 'refused' }));
    const { dispatcher, dead } = benchOf(store.db, clock, sameFor(send));
    await put(store.db, clock, cardEffect('1'), cardEffect('2'));
    await dispatcher.drain();
    const reason = 'This person has blocked or removed the app in Teams.';
    expect(dead).toEqual([{ key: 'card/1', reason }]);
    expect(await stateOf(store.db, 'card/1')).toMatchObject({ state: 'dead', error: reason });
    expect(keys()).toEqual(['card/1', 'card/2']);
  });

  it('a dead letter sent again by a person goes out', async () => {
    const { send } = scripted(new Undeliverable('x', 'It will not go.'));
    const { dispatcher } = benchOf(store.db, clock, sameFor(send));
    await put(store.db, clock, cardEffect('1'));
    await dispatcher.drain();
    expect(await retryDead(store.db, 'card/1')).toBe(true);
    expect(await dispatcher.drain()).toBe(1);
    expect((await stateOf(store.db, 'card/1'))?.state).toBe('done');
  });

  it('gives up a fault of our own after the last try, and says why in plain words', async () => {
    const { send } = scripted(...[1, 2, 3].map(() => new TypeError('x is not a function')));
    const { dispatcher, dead } = benchOf(store.db, clock, sameFor(send), { patience: { attempts: 3 } });
    await put(store.db, clock, cardEffect('1'));
    for (let i = 0; i < 5; i += 1) {
      await dispatcher.drain();
      clock.pass(60_000);
    }
    expect(dead).toEqual([{ key: 'card/1', reason: 'Convene met an error of its own while sending this.' }]);
  });

  it('the dead letter stands even when telling about it fails', async () => {
    const { send } = scripted(new Undeliverable('x', 'No.'));
    const onDead = async () => Promise.reject(new Error('store is away'));
    const { dispatcher } = benchOf(store.db, clock, sameFor(send), { onDead });
    await put(store.db, clock, cardEffect('1'));
    await dispatcher.drain();
    expect((await stateOf(store.db, 'card/1'))?.state).toBe('dead');
  });

  it('after a lost answer the sender is told to look first, also when the next try is turned away', async () => {
    const { send, calls } = scripted(fault('unknown', 0), fault('retry', 429, 1_000));
    const { dispatcher } = benchOf(store.db, clock, sameFor(send));
    await put(store.db, clock, cardEffect('1'), cardEffect('2'));
    for (let i = 0; i < 3; i += 1) {
      await dispatcher.drain();
      clock.pass(60_000);
    }
    expect(calls.map(({ key, unsure }) => `${key} ${String(unsure)}`)).toEqual([
      'card/1 false',
      'card/1 true',
      'card/1 true',
      'card/2 false',
    ]);
  });

  it('a sender killed between sending and recording loses nothing: another takes over after 15 seconds and looks first', async () => {
    const first = scripted();
    const killed = benchOf(
      store.db,
      clock,
      sameFor(async (effect, attempt) => {
        await first.send(effect, attempt);
        // The process ends here: nothing after this line of the dispatcher runs.
        return new Promise<never>(() => undefined);
      }),
    );
    await put(store.db, clock, cardEffect('1'), cardEffect('2'));
    void killed.dispatcher.drain();
    await expect.poll(() => first.calls.length).toBe(1);

    const second = scripted();
    const { dispatcher } = benchOf(store.db, clock, sameFor(second.send), { owner: 'other' });
    clock.pass(14_999);
    expect(await dispatcher.drain()).toBe(0);
    clock.pass(1);
    expect(await dispatcher.drain()).toBe(2);
    expect(second.calls.map(({ key, unsure }) => [key, unsure])).toEqual([
      ['card/1', true],
      ['card/2', false],
    ]);
    expect(await stateOf(store.db, 'card/1')).toMatchObject({ state: 'done', unsureCount: 1 });
  });

  it('an error of our own is tried again, not lost', async () => {
    const { send } = scripted(new TypeError('x is not a function'));
    const { dispatcher } = benchOf(store.db, clock, sameFor(send));
    await put(store.db, clock, cardEffect('1'));
    await dispatcher.drain();
    expect(await stateOf(store.db, 'card/1')).toMatchObject({ state: 'waiting', attempts: 1 });
    clock.pass(2_000);
    expect(await dispatcher.drain()).toBe(1);
  });

  it('what waits for something else counts no try; an operation under way is come back to', async () => {
    let ready = false;
    const later: Sent = { kind: 'later', inMs: 5_000, why: 'Teams is still at work on the channel.' };
    const { send, calls } = scripted(later);
    const senders = sameFor(send, { ready: async () => (ready ? null : { inMs: 10_000, why: 'not yet' }) });
    const { dispatcher } = benchOf(store.db, clock, senders);
    await put(store.db, clock, cardEffect('1'));
    await dispatcher.drain();
    expect(calls).toEqual([]);
    ready = true;
    clock.pass(10_000);
    await dispatcher.drain();
    expect(await stateOf(store.db, 'card/1')).toMatchObject({ state: 'waiting', error: later.why });
    clock.pass(5_000);
    expect(await dispatcher.drain()).toBe(1);
  });

  it('sends no more than 7 into one conversation in a second, 8 in two; mail is not held back', async () => {
    const { send, calls } = scripted();
    const { dispatcher } = benchOf(store.db, clock, sameFor(send));
    const cards = Array.from({ length: 10 }, (_, i) => cardEffect(String(i)));
    const mails = Array.from({ length: 10 }, (_, i): Effect => ({
      kind: 'syncMembers',
      key: `m/${String(i)}`,
      lane: 'mail/ann',
      caseId: CASE,
    }));
    await put(store.db, clock, ...cards, ...mails);
    expect(await dispatcher.drain()).toBe(17);
    clock.pass(999);
    expect(await dispatcher.drain()).toBe(0);
    clock.pass(1);
    expect(await dispatcher.drain()).toBe(1);
    clock.pass(1_000);
    expect(await dispatcher.drain()).toBe(2);
    const order = calls.map(({ key }) => key).filter((key) => key.startsWith('card/'));
    expect(order).toEqual(cards.map(({ key }) => key));
  });

  it('trouble with something that did go out is told as well', async () => {
    const { send } = scripted({ kind: 'sent', trouble: 'One person could not be added.' });
    const { dispatcher, dead } = benchOf(store.db, clock, sameFor(send));
    await put(store.db, clock, cardEffect('1'));
    await dispatcher.drain();
    expect(dead).toEqual([{ key: 'card/1', reason: 'One person could not be added.' }]);
    expect((await stateOf(store.db, 'card/1'))?.state).toBe('done');
  });

  it('a lane under way is not sent twice when the clock is moved ten days ahead in the middle of it', async () => {
    let finish: (() => void) | undefined;
    const calls: string[] = [];
    const { dispatcher } = benchOf(
      store.db,
      clock,
      sameFor(async (effect) => {
        calls.push(effect.key);
        if (effect.key === 'card/1') await new Promise<void>((done) => (finish = done));
        return SENT;
      }),
    );
    await put(store.db, clock, cardEffect('1'));
    const first = dispatcher.drain();
    await expect.poll(() => calls.length).toBe(1);
    clock.pass(10 * 86_400_000);
    await put(store.db, clock, cardEffect('a', 'chat/ann'));
    const second = dispatcher.drain();
    await expect.poll(async () => (await stateOf(store.db, 'card/a'))?.state).toBe('done');
    finish?.();
    await Promise.all([first, second]);
    expect(calls).toEqual(['card/1', 'card/a']);
    expect(await stateOf(store.db, 'card/1')).toMatchObject({ state: 'done', unsureCount: 0 });
  });

  it('runs until told to stop: woken at once, or by itself about each second', async () => {
    const { send, keys } = scripted();
    const pauses: { ms: number; end: () => void }[] = [];
    const pause = async (ms: number, signal: AbortSignal) =>
      new Promise<void>((end, fail) => {
        pauses.push({ ms, end });
        signal.addEventListener('abort', () => {
          fail(new Error('ended'));
        });
      });
    const { dispatcher } = benchOf(store.db, clock, sameFor(send), { pause, chance: () => 0.5 });
    const stop = new AbortController();
    const running = dispatcher.run(stop.signal);
    await expect.poll(() => pauses.length).toBe(1);
    expect(pauses[0]?.ms).toBe(1_000);

    await put(store.db, clock, cardEffect('1'));
    dispatcher.wake();
    await expect.poll(async () => (await stateOf(store.db, 'card/1'))?.state).toBe('done');

    // The lane's end woke it once more; it then waits again.
    await expect.poll(() => pauses.length).toBe(3);
    await put(store.db, clock, cardEffect('2'));
    pauses.at(-1)?.end();
    await expect.poll(async () => (await stateOf(store.db, 'card/2'))?.state).toBe('done');
    expect(keys()).toEqual(['card/1', 'card/2']);

    stop.abort();
    await running;
  });
});
