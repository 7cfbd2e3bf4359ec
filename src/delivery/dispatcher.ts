import type { Effect } from '../domain/effects.ts';
import { claimLanes, releaseLane } from '../store/outbox.ts';
import { PATIENCE, type Patience } from './backOff.ts';
import { digestOf } from './discreetLog.ts';
import { runLane, type LaneWork } from './lane.ts';
import { makePacing } from './pacing.ts';
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

const LEASE_SECONDS = 60;
/** Exchange takes four calls at once on a mailbox, and all our mail and events leave from one. */
const LANES_AT_ONCE = 4;
const POLL_MS = 1_000;
/** Pause of a lane in which the store or our own code failed outside a send. */
const TROUBLED_MS = 15_000;

/** Drains the outbox: lanes are claimed, not rows; order holds within a lane. */
export function makeDispatcher(options: DispatcherOptions): Dispatcher {
  const { db, owner, now } = options;
  const waiting = waitOrWake(options.pause);
  const underWay = new Map<string, Promise<number>>();
  const work: LaneWork = {
    ...options,
    patience: { ...PATIENCE, ...options.patience },
    pacing: makePacing(),
    leaseSeconds: LEASE_SECONDS,
    every: options.every ?? everyMs,
    stopping: () => false,
  };

  async function drainWhile(going: () => boolean): Promise<number> {
    let ended = 0;
    while (going()) {
      const claimed = await claimLanes(db, owner, { now: now(), leaseSeconds: LEASE_SECONDS, limit: LANES_AT_ONCE });
      options.onRound?.();
      // A lane under way here is left to its run: where the clock was moved, its lease looks over.
      const runs = claimed.filter(({ lane }) => !underWay.has(lane)).map(({ lane }) => start(lane, going));
      if (claimed.length === 0 && underWay.size === 0) break;
      const counts = await Promise.all(
        runs.length > 0 ? runs : [...underWay.values()].map(async (run) => run.then(() => 0)),
      );
      ended += counts.reduce((sum, count) => sum + count, 0);
    }
    return ended;
  }

  function start(lane: string, going: () => boolean): Promise<number> {
    const run = runLane({ ...work, stopping: () => !going() }, lane)
      .catch(async (error: unknown) => {
        options.log.error({ event: 'laneFailed', lane: digestOf(lane), error });
        await releaseLane(db, lane, owner, new Date(now().getTime() + TROUBLED_MS));
        return 0;
      })
      .finally(() => underWay.delete(lane));
    underWay.set(lane, run);
    return run;
  }

  return {
    drain: () => drainWhile(() => true),
    async run(signal) {
      while (!signal.aborted) {
        try {
          await drainWhile(() => !signal.aborted);
        } catch (error) {
          options.log.error({ event: 'drainFailed', error });
        }
        await waiting.until(POLL_MS * (0.75 + options.chance() / 2), signal);
      }
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
