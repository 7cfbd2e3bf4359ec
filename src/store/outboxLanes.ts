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
}

/**
 * Takes lanes that are ready and that nobody holds, longest ready first; lanes another replica is taking are passed
 * over. What an expired holder was sending becomes `unsure`: it may have arrived.
 */
export async function claimLanes(db: Db | Tx, owner: string, claim: Claim): Promise<ClaimedLane[]> {
  const { now, leaseSeconds, limit } = claim;
  const leaseUntil = new Date(now.getTime() + leaseSeconds * 1000);
  return inTransaction(db, async (tx) => {
    const free = await tx
      .selectFrom('lane')
      .select('lane')
      .where('ready_at', '<=', now)
      .where((it) => it.or([it('lease_until', 'is', null), it('lease_until', '<=', now)]))
      .orderBy('ready_at')
      .orderBy('lane')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute();
    if (free.length === 0) return [];
    const lanes = free.map(({ lane }) => lane);
    await tx
      .updateTable('lane')
      .set({ lease_owner: owner, lease_until: leaseUntil })
      .where('lane', 'in', lanes)
      .execute();
    const left = await tx
      .updateTable('message')
      .set({ state: 'unsure', unsure_count: sql`unsure_count + 1` })
      .where('lane', 'in', lanes)
      .where('state', '=', 'sending')
      .returning('lane')
      .execute();
    const unsure = (lane: string): number => left.filter((it) => it.lane === lane).length;
    return lanes.map((lane) => ({ lane, leaseUntil, unsure: unsure(lane) }));
  });
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
