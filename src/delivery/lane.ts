import { reachesAPerson, type Effect } from '../domain/effects.ts';
import type { Db } from '../store/database.ts';
import {
  headMessages,
  keepTrouble,
  markDead,
  markDone,
  markDropped,
  markSending,
  putBack,
  releaseLane,
  renewLease,
  type HeadMessage,
  type Trouble,
} from '../store/outbox.ts';
import { backOff, type Patience } from './backOff.ts';
import { digestOf, logged } from './discreetLog.ts';
import type { DispatcherOptions } from './dispatcher.ts';
import type { Gates, Service } from './gates.ts';
import { tellHeld, troubleOf } from './heldUp.ts';
import type { Pacing } from './pacing.ts';
import type { AnySender, Sent } from './sender.ts';
import { verdictOf, type Verdict } from './verdict.ts';

export type LaneWork = Pick<
  DispatcherOptions,
  'senders' | 'now' | 'log' | 'owner' | 'stillOwed' | 'opening' | 'onDead' | 'onHeld' | 'chance'
> & {
  db: Db;
  patience: Patience;
  pacing: Pacing;
  gates: Gates;
  /** Tells of causes one after the other: of those that meet the same at once only the first does. */
  telling: (tell: () => Promise<void>) => Promise<void>;
  leaseSeconds: number;
  every: (ms: number, work: () => void) => () => void;
  stopping: () => boolean;
};
/** `ended`: on to the next. `pause`: the lane waits until then, its head first in line. `lost`: it is no longer ours. */
type Step = { kind: 'ended' } | { kind: 'pause'; until: Date } | { kind: 'lost' };

/** Kinds that go into a Teams conversation and so are paced; a lane is one conversation. */
const PACED = new Set(['card', 'message']);
const HEADS = 10;

/** Sends a claimed lane's messages in order, then gives the lane back; how many came to their end. */
export async function runLane(work: LaneWork, lane: string): Promise<number> {
  const { db, owner, leaseSeconds } = work;
  let ended = 0;
  let until: Date | null = null;
  const stop = work.every((leaseSeconds * 1000) / 3, () => {
    renewLease(db, lane, owner, { now: work.now(), leaseSeconds }).catch((error: unknown) => {
      work.log.warn({ event: 'leaseNotRenewed', lane: digestOf(lane), error });
    });
  });
  try {
    for (;;) {
      const heads = await headMessages(db, lane, owner, HEADS);
      for (const head of heads) {
        if (work.stopping()) return ended;
        const step = await oneMessage(work, head);
        if (step.kind === 'lost') return ended;
        if (step.kind === 'pause') {
          until = step.until;
          return ended;
        }
        ended += 1;
      }
      if (heads.length === 0) return ended;
    }
  } finally {
    stop();
    await releaseLane(db, lane, owner, until);
  }
}

async function oneMessage(work: LaneWork, head: HeadMessage): Promise<Step> {
  const { db, owner, now, leaseSeconds } = work;
  const effect = head.payload as Effect;
  const sender = work.senders[effect.kind] as AnySender | undefined;
  if (sender === undefined) return bury(work, head, 'Convene does not know how to send this kind of message.');
  const owed = await work.stillOwed(effect.caseId, effect);
  if (owed !== true) {
    await markDropped(db, head.key, owed);
    work.log.info({ event: 'dropped', ...logged(head) });
    return { kind: 'ended' };
  }
  const opening = reachesAPerson(head.lane) ? ((await work.opening?.()) ?? null) : null;
  if (opening !== null) return { kind: 'pause', until: opening };
  const closed = work.gates.wait(serviceOf(effect), now());
  if (closed > 0) return { kind: 'pause', until: after(now(), closed) };
  const wait = (await sender.ready?.(effect)) ?? null;
  if (wait !== null) return { kind: 'pause', until: after(now(), wait.inMs) };
  const pace = PACED.has(effect.kind) ? work.pacing.wait(head.lane, now()) : 0;
  if (pace > 0) return { kind: 'pause', until: after(now(), pace) };

  if (!(await renewLease(db, head.lane, owner, { now: now(), leaseSeconds }))) return { kind: 'lost' };
  if (!(await markSending(db, head.key, owner))) return { kind: 'lost' };
  if (PACED.has(effect.kind)) work.pacing.sent(head.lane, now());
  let sent: Sent;
  try {
    sent = await sender.send(effect, head.attempt);
  } catch (error) {
    return failed(work, head, error);
  }
  if (sent.kind === 'later') return putOff(work, head, sent.inMs, sent.why);
  await markDone(db, head.key, sent.note);
  work.log.info({ event: 'sent', ...logged(head) });
  if (sent.trouble !== undefined) await tellTrouble(work, effect, sent.trouble);
  return { kind: 'ended' };
}

async function failed(work: LaneWork, head: HeadMessage, error: unknown): Promise<Step> {
  const verdict = verdictOf(error);
  logFault(work, head, verdict, error);
  const trouble = troubleOf(head, verdict, work.now());
  const wait = backOff(verdict, trouble.tries, work.chance(), work.patience);
  if (wait === null) return bury(work, head, verdict.words);
  const until = after(work.now(), wait);
  if (verdict.away !== undefined) work.gates.close(verdict.away, until);
  // It may have arrived: left as it is (`sending`), the store hands it out again as unsure, now or after a restart.
  const doubtful = verdict.kind === 'unknown' || head.attempt.unsure;
  if (doubtful) await keepTrouble(work.db, head.key, trouble);
  else await putBack(work.db, head.lane, head.key, until, trouble);
  await told(work, head, trouble, verdict);
  return { kind: 'pause', until };
}

/** What is held up stands behind the scenes in any case; should telling fail, the next try tells it. */
async function told(work: LaneWork, head: HeadMessage, trouble: Trouble, verdict: Verdict): Promise<void> {
  if (head.kind === 'notice') return;
  try {
    await work.telling(() => tellHeld(work, head, trouble, verdict));
  } catch (error) {
    work.log.error({ event: 'troubleNotTold', key: digestOf(head.key), error });
  }
}

async function putOff(work: LaneWork, head: HeadMessage, inMs: number, why: string): Promise<Step> {
  const until = after(work.now(), inMs);
  await putBack(work.db, head.lane, head.key, until, why);
  return { kind: 'pause', until };
}

async function bury(work: LaneWork, head: HeadMessage, reason: string): Promise<Step> {
  // Told first: its key is unique, so a crash in between tells it once all the same.
  await tellTrouble(work, head.payload as Effect, reason);
  await markDead(work.db, head.key, reason, work.now());
  work.log.error({ event: 'dead', ...logged(head) });
  return { kind: 'ended' };
}

/** The dead letter stands in any case; should telling fail, it is still shown behind the scenes. */
async function tellTrouble(work: LaneWork, effect: Effect, reason: string): Promise<void> {
  try {
    await work.onDead(effect, reason);
  } catch (error) {
    work.log.error({ event: 'troubleNotTold', key: digestOf(effect.key), error });
  }
}

function logFault(work: LaneWork, head: HeadMessage, verdict: Verdict, error: unknown): void {
  const { code, status, requestId, retryAfterMs } = verdict;
  work.log.warn({ event: 'sendFailed', ...logged(head), code, status, requestId, retryAfterMs, error });
}

/** Where an effect goes first: what is written into a conversation through Teams, all else through Microsoft 365. */
const serviceOf = ({ kind, lane }: Effect): Service =>
  PACED.has(kind) || (kind === 'notice' && lane.startsWith('chat/')) ? 'Teams' : 'Microsoft 365';

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
