import { readEvents } from './caseEvents.ts';
import { firstLink, nextLink } from './chain.ts';
import { inSnapshot, type Db, type Tx } from './database.ts';
import { isWhole } from './seal.ts';

/** `version` is the first row that does not follow from the ones before it; 0 the opening facts. */
export type ChainCheck = { ok: true } | { ok: false; version: number };

/** Whether the record of a case is as it was written: no row changed, removed, added or cut off at the end. */
export const verifyChain = (db: Db | Tx, reference: string): Promise<ChainCheck> =>
  inSnapshot(db, (tx) => check(tx, reference));

/** As `ChainCheck`; `snapshot` where the events hold and what was read off them was altered. */
export type RecordCheck = ChainCheck | { ok: false; snapshot: true };

/** Whether both the events of a case and the row that stands for them are as they were written. */
export const verifyRecord = (db: Db | Tx, reference: string): Promise<RecordCheck> =>
  inSnapshot(db, async (tx) => {
    const chain = await check(tx, reference);
    if (!chain.ok) return chain;
    const row = await tx
      .selectFrom('cases')
      .select(isWhole.as('whole'))
      .where('reference', '=', reference)
      .executeTakeFirst();
    return row?.whole === true ? { ok: true } : { ok: false, snapshot: true };
  });

async function check(db: Tx, reference: string): Promise<ChainCheck> {
  const row = await db.selectFrom('cases').selectAll().where('reference', '=', reference).executeTakeFirst();
  if (row === undefined) return { ok: false, version: 0 };
  const events = await readEvents(db, reference);
  let before = firstLink({
    reference,
    authority: row.authority,
    procedure: row.procedure,
    policyVersion: row.policy_version,
    settings: row.settings,
    openedOn: row.opened_on,
  });
  for (const [index, event] of events.entries()) {
    const link = nextLink(before, { reference, ...event });
    if (event.version !== index + 1 || event.hash !== link) return { ok: false, version: index + 1 };
    before = link;
  }
  if (events.length !== row.version) return { ok: false, version: Math.min(events.length, row.version) + 1 };
  return before === row.head ? { ok: true } : { ok: false, version: events.length };
}
