import { inTransaction, type Db, type Tx } from './database.ts';
import { retryDead } from './outboxMarks.ts';
import type { MessageState } from './tables.ts';

const OPEN: MessageState[] = ['waiting', 'sending', 'unsure'];

/** Since when this cause has held something up, and whether the coordinator was told of it; null when it holds nothing up. */
export async function heldSince(db: Db | Tx, cause: string): Promise<{ since: Date; told: boolean } | null> {
  const row = await db
    .selectFrom('message')
    .select(({ fn }) => [fn.min('trouble_since').as('since'), fn.max('told_at').as('told')])
    .where('trouble', '=', cause)
    .where('state', 'in', OPEN)
    .executeTakeFirst();
  return row?.since == null ? null : { since: row.since, told: row.told !== null };
}

/** The coordinator is told of this cause: whatever it holds up stands in the list of what did not go out. */
export async function markTold(db: Db | Tx, cause: string, now: Date): Promise<void> {
  await db
    .updateTable('message')
    .set({ told_at: now })
    .where('trouble', '=', cause)
    .where('state', 'in', OPEN)
    .where('told_at', 'is', null)
    .execute();
}

/** Something that did not go out: a dead letter, or one that waits for somebody to mend what holds it up. */
export interface Undelivered {
  id: number;
  key: string;
  kind: string;
  caseId: string | null;
  payload: unknown;
  dead: boolean;
  since: Date;
  /** In plain words. */
  reason: string | null;
  /** How many messages wait behind it in the same conversation or mailbox. */
  behind: number;
}

/** What did not go out and that a person should know of, the oldest first; of one case, of none (null) or of all. */
export async function undelivered(db: Db | Tx, { caseId }: { caseId?: string | null } = {}): Promise<Undelivered[]> {
  let query = db
    .selectFrom('message')
    .selectAll()
    .select((it) =>
      it
        .selectFrom('message as later')
        .whereRef('later.lane', '=', 'message.lane')
        .whereRef('later.id', '>', 'message.id')
        .where('later.state', 'in', OPEN)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('behind'),
    )
    .where((it) => it.or([it('state', '=', 'dead'), it.and([it('told_at', 'is not', null), it('state', 'in', OPEN)])]))
    .orderBy('id');
  if (caseId !== undefined) query = query.where('case_id', caseId === null ? 'is' : '=', caseId);
  return (await query.execute()).map((row) => ({
    id: row.id,
    key: row.key,
    kind: row.kind,
    caseId: row.case_id,
    payload: row.payload,
    dead: row.state === 'dead',
    since: row.trouble_since ?? row.ended_at ?? row.created_at,
    reason: row.state === 'dead' ? row.note : row.last_error,
    behind: row.state === 'dead' ? 0 : (row.behind ?? 0),
  }));
}

/**
 * Tries again now what did not go out, dead or waiting, at its old place in the lane. False when it went out, was settled, or
 * stands in no such list: pressing twice does no harm.
 */
export async function sendAgain(tx: Tx, id: number, now: Date): Promise<boolean> {
  const row = await listed(tx, id);
  if (row === null) return false;
  if (row.state === 'dead') return retryDead(tx, row.key);
  await tx
    .updateTable('lane')
    .set({ ready_at: now, not_before: null })
    .where('lane', '=', row.lane)
    .where('lease_owner', 'is', null)
    .execute();
  return true;
}

/**
 * It need not go out any more, because somebody saw to it otherwise: kept with who and how. False where it went out, was settled
 * before, or is being sent at this moment.
 */
export async function settle(
  tx: Tx,
  id: number,
  { by, how, now }: { by: string; how: string; now: Date },
): Promise<boolean> {
  const row = await listed(tx, id);
  if (row === null || (row.state !== 'dead' && row.leased > now)) return false;
  await tx
    .updateTable('message')
    .set({ state: 'dropped', note: how, settled_by: by, ended_at: now })
    .where('id', '=', id)
    .execute();
  return true;
}

/** What did not go out and somebody saw to otherwise, the latest first; of one case or of none. */
export async function settledOf(
  db: Db | Tx,
  caseId: string | null,
): Promise<{ payload: unknown; by: string; how: string; at: Date }[]> {
  const rows = await db
    .selectFrom('message')
    .select(['payload', 'settled_by', 'note', 'ended_at'])
    .where('case_id', caseId === null ? 'is' : '=', caseId)
    .where('settled_by', 'is not', null)
    .orderBy('ended_at', 'desc')
    .limit(20)
    .execute();
  return rows.flatMap(({ payload, settled_by: by, note, ended_at: at }) =>
    by === null || at === null ? [] : [{ payload, by, how: note ?? '', at }],
  );
}

/** The message with its lane held, so that no sender takes it meanwhile. */
async function listed(
  tx: Tx,
  id: number,
): Promise<{ key: string; lane: string; state: MessageState; leased: Date } | null> {
  return inTransaction(tx, async (inner) => {
    const found = await inner.selectFrom('message').select('lane').where('id', '=', id).executeTakeFirst();
    if (found === undefined) return null;
    const lane = await inner
      .selectFrom('lane')
      .select('lease_until')
      .where('lane', '=', found.lane)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const row = await inner
      .selectFrom('message')
      .select(['key', 'lane', 'state', 'told_at'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const waits = row.told_at !== null && OPEN.includes(row.state);
    return row.state === 'dead' || waits ? { ...row, leased: lane.lease_until ?? new Date(0) } : null;
  });
}
