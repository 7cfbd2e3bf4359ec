import type { Effect } from '../domain/effects.ts';
import { claimLanes, releaseLane } from '../store/outbox.ts';
import { PATIENCE, type Patience } from './backOff.ts';
import { digestOf } from './discreetLog.ts';
import { makeGates } from './gates.ts';
import type { Held } from './heldUp.ts';
import { inTurn } from './inTurn.ts';
import { runLane, type LaneWork } from './lane.ts';
import { makePacing } from './pacing.ts';
import { freePlaces } from './places.ts';
import type { Senders } from './sender.ts';
import { waitOrWake, type Waiting } from './waiting.ts';
import type { Db } from '../store/database.ts';
import type { Log } from '../log.ts';

export interface DispatcherOptions {
  db: Db;
  senders: Senders;
  now: () => Date;
  log: Log;
  /** Names this process among replicas; unique per start. */
  owner: string;
  /** Asked at the last moment; a text is why it is no longer owed. */
  stillOwed: (caseId: string, effect: Effect) => Promise<true | string>;
  /** When people may next be written to; null for now. */
  opening?: () => Promise<Date | null>;
  /** Something will not go out, or went out with trouble: tell the coordinator. `reason` in plain words. */
  onDead: (effect: Effect, reason: string) => Promise<void>;
  /** Something is held up that a person must know of: tell the coordinator, once for each cause. */
  onHeld: (held: Held) => Promise<void>;
  /** From 0 to 1, for jitter. */
  chance: () => number;
  patience?: Partial<Patience>;
  /** Calls `work` every so many milliseconds until the answer is called; for renewing leases during a long send. */
  every?: (ms: number, work: () => void) => () => void;
  pause?: Waiting['pause'];
  /** The outbox was looked at without a fault: this dispatcher is alive. */
  onRound?: () => void;
}
export interface Dispatcher {
  /** Sends until nothing is ready; how many messages came to their end. */
  drain(): Promise<number>;
  /** Sends until the signal, woken by `wake` or about each second. Ends when what is under way has ended. */
  run(signal: AbortSignal): Promise<void>;
  wake: () => void;
}

/** Renewed at a third of it while a send lasts; what a killed process held is taken over when it is through. */
const LEASE_SECONDS = 15;
const POLL_MS = 1_000;
/** Pause of a lane in which the store or our own code failed outside a send. */
const TROUBLED_MS = 15_000;

/**
 * Drains the outbox: lanes are claimed, not rows; order holds within a lane. Lanes run beside each other, and the place of one
 * that ends is taken by the next at once: one that waits for its answer holds up nobody else.
 */
export function makeDispatcher(options: DispatcherOptions): Dispatcher {
  const { db, owner, now } = options;
  const waiting = waitOrWake(options.pause);
  const underWay = new Map<string, Promise<void>>();
  let ended = 0;
  const filling = inTurn();
  const work: LaneWork = {
    ...options,
    patience: { ...PATIENCE, ...options.patience },
    pacing: makePacing(),
    gates: makeGates(),
    telling: inTurn(),
    leaseSeconds: LEASE_SECONDS,
    every: options.every ?? everyMs,
    stopping: () => false,
  };

  /** Claims lanes for the places that are free; how many were started. One claim at a time, so that no place is given twice. */
  function fill(going: () => boolean): Promise<number> {
    return filling(async () => {
      let started = 0;
      for (const { group, limit } of freePlaces([...underWay.keys()])) {
        if (!going()) break;
        const except = [...underWay.keys()];
        const claim = { now: now(), leaseSeconds: LEASE_SECONDS, limit, group, except };
        for (const { lane } of await claimLanes(db, owner, claim)) {
          start(lane, going);
          started += 1;
        }
      }
      options.onRound?.();
      return started;
    });
  }

  function start(lane: string, going: () => boolean): void {
    const run = runLane({ ...work, stopping: () => !going() }, lane)
      .then((count) => {
        ended += count;
      })
      .catch(async (error: unknown) => {
        options.log.error({ event: 'laneFailed', lane: digestOf(lane), error });
        await releaseLane(db, lane, owner, new Date(now().getTime() + TROUBLED_MS));
      })
      // Its lease runs out by itself.
      .catch((error: unknown) => {
        options.log.error({ event: 'laneNotReleased', lane: digestOf(lane), error });
      })
      .finally(() => {
        underWay.delete(lane);
        waiting.wake();
      });
    underWay.set(lane, run);
  }

  return {
    async drain() {
      const before = ended;
      for (;;) {
        // A lane that ends while claims are made leaves its place unasked for.
        const idle = underWay.size === 0;
        const started = await fill(() => true);
        if (idle && started === 0 && underWay.size === 0) return ended - before;
        if (underWay.size > 0) await Promise.race(underWay.values());
      }
    },
    async run(signal) {
      while (!signal.aborted) {
        try {
          await fill(() => !signal.aborted);
        } catch (error) {
          options.log.error({ event: 'drainFailed', error });
        }
        await waiting.until(POLL_MS * (0.75 + options.chance() / 2), signal);
      }
      await Promise.all(underWay.values());
    },
    wake: waiting.wake,
  };
}

function everyMs(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
