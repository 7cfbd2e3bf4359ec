import type { Effect } from '../../../src/domain/effects.ts';
import { makeDispatcher, type Dispatcher, type DispatcherOptions } from '../../../src/delivery/dispatcher.ts';
import type { AnySender, Attempt, Senders, Sent } from '../../../src/delivery/sender.ts';
import { makeLog, type Log } from '../../../src/log.ts';
import { inTransaction, type Db } from '../../../src/store/database.ts';
import { enqueue, outboxStates } from '../../../src/store/outbox.ts';

export const CASE = 'NBC-2026-0001';
export const quiet: Log = makeLog('silent');

/** A clock that stands until it is moved. */
export function handClock(start = '2026-09-07T08:00:00.000Z') {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    pass: (ms: number) => {
      at += ms;
    },
  };
}
export type HandClock = ReturnType<typeof handClock>;

export const cardEffect = (name: string, lane = `space/${CASE}`): Effect => ({
  kind: 'card',
  key: `card/${name}`,
  lane,
  caseId: CASE,
  matter: { is: 'case' },
});

export async function put(db: Db, clock: HandClock, ...effects: Effect[]): Promise<void> {
  const messages = effects.map((effect) => ({
    key: effect.key,
    lane: effect.lane,
    kind: effect.kind,
    caseId: effect.caseId === '' ? null : effect.caseId,
    payload: effect,
  }));
  await inTransaction(db, (tx) => enqueue(tx, messages, clock.now()));
}

export const stateOf = async (db: Db, key: string) => (await outboxStates(db)).find((row) => row.key === key);

/** Senders that all do the same, and note what they were asked. */
export function sameFor(
  send: (effect: Effect, attempt: Attempt) => Promise<Sent>,
  more: Partial<AnySender> = {},
): Senders {
  const one = { send, ...more };
  return {
    openSpace: one,
    syncMembers: one,
    card: one,
    message: one,
    mail: one,
    bookPanel: one,
    movePanel: one,
    cancelPanel: one,
    fileDocument: one,
    archiveSpace: one,
    notice: one,
  };
}

export interface Bench {
  dispatcher: Dispatcher;
  dead: { key: string; reason: string }[];
  /** Causes told of, in order. */
  held: { cause: string; words: string }[];
}

/** A dispatcher whose clock, chance and timers are in the test's hand. */
export function benchOf(db: Db, clock: HandClock, senders: Senders, more: Partial<DispatcherOptions> = {}): Bench {
  const dead: Bench['dead'] = [];
  const held: Bench['held'] = [];
  const dispatcher = makeDispatcher({
    db,
    senders,
    now: clock.now,
    log: quiet,
    owner: 'test',
    stillOwed: async () => true,
    onDead: async (effect, reason) => {
      dead.push({ key: effect.key, reason });
    },
    onHeld: async ({ cause, verdict }) => {
      held.push({ cause, words: verdict.words });
    },
    chance: () => 1,
    every: () => () => undefined,
    ...more,
  });
  return { dispatcher, dead, held };
}
