import { sql } from 'kysely';
import { inTransaction, type Db, type Tx } from './database.ts';
import type { OutboxMessage } from './outbox.ts';

/** A message to be sent now. `attempt.number` counts from 1; `unsure` asks to look for its earlier result first. */
export type HeadMessage = OutboxMessage & {
  attempt: { number: number; unsure: boolean };
  createdAt: Date;
  lastError: string | null;
  /** What held it up when it was last tried; null where nothing did. */
  trouble: HeldUp | null;
};
/** `tries`: with this cause, in a row. `told`: the coordinator knows. */
export interface HeldUp {
  cause: string;
  tries: number;
  since: Date;
  told: boolean;
}

/**
 * The next messages of a lane we hold, in order; none when the lane is not ours. Ask again only when all that were
 * handed out have been marked: one still `sending` was left in the middle, and comes back as unsure.
 */
export async function headMessages(db: Db | Tx, lane: string, owner: string, n: number): Promise<HeadMessage[]> {
  return inTransaction(db, async (tx) => {
    const held = await tx
      .selectFrom('lane')
      .select('lane')
      .where('lane', '=', lane)
      .where('lease_owner', '=', owner)
      .executeTakeFirst();
    if (held === undefined) return [];
    const rows = await tx
      .selectFrom('message')
      .selectAll()
      .where('lane', '=', lane)
      .where('state', 'in', ['waiting', 'sending', 'unsure'])
      .orderBy('id')
      .limit(n)
      .execute();
    const left = rows.filter(({ state }) => state === 'sending').map(({ id }) => id);
    if (left.length > 0)
      await tx
        .updateTable('message')
        .set({ state: 'unsure', unsure_count: sql`unsure_count + 1` })
        .where('id', 'in', left)
        .execute();
    return rows.map((row) => ({
      key: row.key,
      lane: row.lane,
      kind: row.kind,
      caseId: row.case_id,
      payload: row.payload,
      attempt: { number: row.attempts + 1, unsure: row.state !== 'waiting' },
      createdAt: row.created_at,
      lastError: row.last_error,
      trouble:
        row.trouble === null || row.trouble_since === null
          ? null
          : { cause: row.trouble, tries: row.trouble_tries, since: row.trouble_since, told: row.told_at !== null },
    }));
  });
}
