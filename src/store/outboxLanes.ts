import { sql } from 'kysely';
import { inTransaction, type Db, type Tx } from './database.ts';

/** A lane that is ours to send from until `leaseUntil`. `unsure`: how many of its messages a dead sender left open. */
export interface ClaimedLane {
  lane: string;
  leaseUntil: Date;
  unsure: number;
}
export interface Claim {
  now: Date;
  leaseSeconds: number;
  limit: number;
  /** Only lanes whose name begins so (`of`), or all others (`but`): each service has a number of places of its own. */
  group?: { of: readonly string[] } | { but: readonly string[] };
  /** Lanes under way here: theirs to end, also where the clock was moved and their lease looks over. */
  except?: readonly string[];
}

/**
 * Takes lanes that are ready and that nobody holds, longest ready first; lanes another replica is taking are passed
 * over. What an expired holder was sending becomes `unsure`: it may have arrived. One statement, so one round trip.
 */
export async function claimLanes(db: Db | Tx, owner: string, claim: Claim): Promise<ClaimedLane[]> {
  const { now, leaseSeconds, limit, group, except = [] } = claim;
  const leaseUntil = new Date(now.getTime() + leaseSeconds * 1000);
  const first = sql<string>`split_part(lane, '/', 1)`;
  let free = db
    .selectFrom('lane')
    .select('lane')
    .where('ready_at', '<=', now)
    .where((it) => it.or([it('lease_until', 'is', null), it('lease_until', '<=', now)]))
    .orderBy('ready_at')
    .orderBy('lane')
    .limit(limit)
    .forUpdate()
    .skipLocked();
  if (except.length > 0) free = free.where('lane', 'not in', except);
  if (group !== undefined) {
    free = 'of' in group ? free.where(first, 'in', group.of) : free.where(first, 'not in', group.but);
  }
  const claimed = await db
    .with('free', () => free)
    .with('taken', (it) =>
      it
        .updateTable('lane')
        .set({ lease_owner: owner, lease_until: leaseUntil })
        .where('lane', 'in', it.selectFrom('free').select('free.lane'))
        .returning(['lane', 'ready_at']),
    )
    .with('open', (it) =>
      it
        .updateTable('message')
        .set({ state: 'unsure', unsure_count: sql`unsure_count + 1` })
        .where('lane', 'in', it.selectFrom('free').select('free.lane'))
        .where('state', '=', 'sending')
        .returning('lane'),
    )
    .selectFrom('taken')
    .select((it) => [
      'taken.lane',
      it
        .selectFrom('open')
        .whereRef('open.lane', '=', 'taken.lane')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('unsure'),
    ])
    .orderBy('taken.ready_at')
    .orderBy('taken.lane')
    .execute();
  return claimed.map(({ lane, unsure }) => ({ lane, leaseUntil, unsure: unsure ?? 0 }));
}

/** Holds the lane for longer; false when it is no longer ours, and nothing more may be sent from it. */
export async function renewLease(
  db: Db | Tx,
  lane: string,
  owner: string,
  { now, leaseSeconds }: { now: Date; leaseSeconds: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('lane')
    .set({ lease_until: new Date(now.getTime() + leaseSeconds * 1000) })
    .where('lane', '=', lane)
    .where('lease_owner', '=', owner)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Gives the lane back. `readyAt` is the earliest it may be claimed again (pacing, Retry-After); null asks for no pause.
 * An empty lane sleeps until something is put in. The row is locked before its messages are looked at: a message
 * committed meanwhile must be seen.
 */
export async function releaseLane(db: Db | Tx, lane: string, owner: string, readyAt: Date | null): Promise<void> {
  await inTransaction(db, async (tx) => {
    const held = await tx
      .selectFrom('lane')
      .select(['ready_at', 'not_before'])
      .where('lane', '=', lane)
      .where('lease_owner', '=', owner)
      .forUpdate()
      .executeTakeFirst();
    if (held === undefined) return;
    const waiting = await tx
      .selectFrom('message')
      .select('id')
      .where('lane', '=', lane)
      .where('state', 'in', ['waiting', 'sending', 'unsure'])
      .limit(1)
      .executeTakeFirst();
    const ready = waiting === undefined ? null : later(held.ready_at, readyAt);
    await tx
      .updateTable('lane')
      .set({ lease_owner: null, lease_until: null, ready_at: ready, not_before: later(held.not_before, readyAt) })
      .where('lane', '=', lane)
      .execute();
  });
}

/** Takes every lane from whoever held it: at the start of a store that one process alone can open, its holder is dead. */
export async function freeLanes(db: Db | Tx): Promise<void> {
  await db
    .updateTable('lane')
    .set({ lease_owner: null, lease_until: null })
    .where('lease_owner', 'is not', null)
    .execute();
}

const later = (a: Date | null, b: Date | null): Date | null => (a === null || (b !== null && b > a) ? b : a);
