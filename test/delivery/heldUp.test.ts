import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '../../src/domain/effects.ts';
import { TeamsFault } from '../../src/delivery/teamsFault.ts';
import { GraphFault } from '../../src/graph/fault.ts';
import type { Sent } from '../../src/delivery/sender.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { freshStore } from '../support/store.ts';
import { benchOf, cardEffect, handClock, put, sameFor, stateOf, type HandClock } from './support/bench.ts';

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

describe('what holds messages up', () => {
  it('trouble of a whole service is never given up; it is told once, an hour after it began, for all that waits', async () => {
    let left = 30;
    const away = new TeamsFault({ status: 503, code: 'http503', kind: 'retry' });
    const { dispatcher, dead, held } = benchOf(
      store.db,
      clock,
      sameFor(async () => ((left -= 1) >= 0 ? Promise.reject(away) : SENT)),
    );
    await put(store.db, clock, cardEffect('1'), cardEffect('a', 'chat/ann'));
    const pass = async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 5) {
        await dispatcher.drain();
        clock.pass(300_000);
      }
    };
    await pass(60);
    expect(held).toEqual([]);
    await pass(15);
    expect(held).toEqual([{ cause: 'Teams/503/http503', words: 'Teams has trouble of its own (503).' }]);
    await pass(300);
    expect([dead, held.length]).toEqual([[], 1]);
    expect((await stateOf(store.db, 'card/1'))?.state).toBe('done');
    expect((await stateOf(store.db, 'card/a'))?.state).toBe('done');
  });

  it('a missing permission is told at once and once, and all goes out within ten minutes of its being granted', async () => {
    let granted = false;
    const noRight = new GraphFault({ status: 403, code: 'Authorization_RequestDenied', kind: 'refused' });
    const { dispatcher, dead, held } = benchOf(
      store.db,
      clock,
      sameFor(async () => (granted ? SENT : Promise.reject(noRight))),
    );
    const open = (name: string): Effect => ({ kind: 'openSpace', key: name, lane: `space/${name}`, caseId: name });
    await put(store.db, clock, open('a'), open('b'));
    await dispatcher.drain();
    await put(store.db, clock, open('c'));
    for (let hour = 0; hour < 72; hour += 1) {
      await dispatcher.drain();
      clock.pass(3_600_000);
    }
    expect([dead, held.map(({ words }) => words)]).toEqual([
      [],
      ['The app lacks a permission that an administrator must grant.'],
    ]);
    granted = true;
    for (let minute = 0; minute < 10; minute += 1) {
      clock.pass(60_000);
      await dispatcher.drain();
    }
    for (const key of ['a', 'b', 'c']) expect((await stateOf(store.db, key))?.state).toBe('done');
  });

  it('while a service is away one lane asks whether it is back; the others do not each wait for an answer', async () => {
    let away = true;
    let asked = 0;
    const noToken = new TeamsFault({ status: 0, code: 'noToken', kind: 'retry' });
    const { dispatcher } = benchOf(
      store.db,
      clock,
      sameFor(async () => {
        asked += 1;
        return away ? Promise.reject(noToken) : SENT;
      }),
    );
    await put(store.db, clock, cardEffect('1'));
    for (let hour = 0; hour < 20; hour += 1) {
      await dispatcher.drain();
      clock.pass(3_600_000);
    }
    await dispatcher.drain();
    const before = asked;
    await put(
      store.db,
      clock,
      ...Array.from({ length: 20 }, (_, i) => cardEffect(`a${String(i)}`, `chat/${String(i)}`)),
    );
    await dispatcher.drain();
    expect(asked).toBe(before);
    away = false;
    for (let minute = 0; minute < 10; minute += 1) {
      clock.pass(60_000);
      await dispatcher.drain();
    }
    expect(asked).toBe(before + 21);
  });
});
