import { setTimeout as pause } from 'node:timers/promises';
import type { Heartbeat } from './composeHeart.ts';
import type { Log } from './log.ts';
import { inSnapshot, type Db } from './store/database.ts';
import { dueSince, oldestWaiting, outboxCounts, type OutboxCounts } from './store/outbox.ts';
import type { Health } from './web/health.ts';

export interface Hearts {
  sweep: Heartbeat;
  dispatcher: Heartbeat;
}

/** The sweep goes round each minute: two rounds may be missed. */
const SWEEP_MS = 180_000;
/** The dispatcher goes round each second, and a single send ends within a minute. */
const DISPATCHER_MS = 90_000;
/** What could go out and is taken up by nobody: with every lane in use at once this is still minutes away. */
const OUTBOX_MS = 600_000;
const ASK_MS = 3_000;
const LOOK_MS = 5_000;

/** How this process stands: is its store there, do its loops go round, and does what waits go out? Never throws. */
export async function healthOf({ db, now, hearts }: { db: Db; now: () => Date; hearts: Hearts }): Promise<Health> {
  const outbox = await outboxNow(db, now());
  const ages = { sweepMs: Math.round(hearts.sweep.age()), dispatcherMs: Math.round(hearts.dispatcher.age()) };
  const ailing = [
    ...(outbox === null ? ['store'] : []),
    ...(ages.sweepMs > SWEEP_MS ? ['sweep'] : []),
    ...(ages.dispatcherMs > DISPATCHER_MS ? ['dispatcher'] : []),
    ...(outbox !== null && outbox.dueMs > OUTBOX_MS ? ['outbox'] : []),
  ];
  return { ok: ailing.length === 0, ailing, parts: { store: outbox !== null, ...ages, ...outbox } };
}

type Outbox = OutboxCounts & { dueMs: number; oldestMs: number };

/** What the outbox holds; null where the store does not answer in time. */
async function outboxNow(db: Db, now: Date): Promise<Outbox | null> {
  const late = new AbortController();
  const asked = inSnapshot(db, async (tx) => {
    const [due, oldest, counts] = [await dueSince(tx, now), await oldestWaiting(tx), await outboxCounts(tx)];
    return { ...counts, dueMs: ageOf(due, now), oldestMs: ageOf(oldest?.since ?? null, now) };
  }).catch(() => null);
  const found = await Promise.race([asked, pause(ASK_MS, null, { signal: late.signal }).catch(() => null)]);
  late.abort();
  return found;
}

const ageOf = (since: Date | null, now: Date): number => (since === null ? 0 : now.getTime() - since.getTime());

/** Looks at the health every few seconds until the signal, and writes into the log when it turns, with what ails. */
export async function watchHealth(
  look: () => Promise<Health>,
  log: Log,
  signal: AbortSignal,
  everyMs = LOOK_MS,
): Promise<void> {
  let before = '';
  while (!signal.aborted) {
    const { ailing } = await look();
    const reason = ailing.join(' ');
    if (reason !== before) {
      if (reason === '') log.info({ event: 'healthy' });
      else log.error({ event: 'unhealthy', reason });
    }
    before = reason;
    await pause(everyMs, null, { signal }).catch(() => undefined);
  }
}
