import type { Day } from '../calendar/isoDate.ts';
import type { CaseEvent, CaseReview } from '../domain/caseReview.ts';
import type { Stage } from '../domain/words.ts';
import type { NewCase, StoredCase } from './cases.ts';
import { nextLink, type EventRow } from './chain.ts';
import type { Db, Tx } from './database.ts';
import { writeRow } from './seal.ts';
import { jsonText } from './values.ts';

export interface NewEvent {
  act: string;
  event: CaseEvent;
  /** Person id; null for the calendar or another system. */
  actor: string | null;
  /** ISO instant. */
  at: string;
  day: Day;
}
export type StoredEvent = NewEvent & { version: number; hash: string };

/** The case moved on since it was read: nothing was written. Read it again and decide anew. */
export class StaleCase extends Error {
  readonly reference: string;
  constructor(reference: string, version: number) {
    super(`case ${reference} is no longer at version ${version}`);
    this.name = 'StaleCase';
    this.reference = reference;
  }
}

/**
 * Adds events to the record and the snapshot they lead to, in one step. Throws StaleCase when `stored` is not the last
 * version. Returns the case as it then stands.
 */
export async function appendEvents(
  tx: Tx,
  stored: StoredCase | NewCase,
  events: NewEvent[],
  next: { review: CaseReview; stage: Stage; wakeOn: Day | null },
): Promise<StoredCase> {
  if (events.length === 0) throw new Error(`no event to append to ${stored.reference}`);
  const { reference, version } = stored;
  const rows = chained(stored.head, reference, version, events);
  const last = version + rows.length;
  const head = rows.at(-1)?.hash ?? stored.head;
  // First the row that others wait for: whoever comes second finds another version there and writes nothing.
  const written = await writeRow(tx, reference, version, { ...next, version: last, head });
  if (!written) throw new StaleCase(reference, version);
  await tx
    .insertInto('case_events')
    .values(rows.map((row) => ({ ...row, event: jsonText(row.event), at: new Date(row.at) })))
    .execute();
  return { ...stored, review: next.review, stage: next.stage, wakeOn: next.wakeOn, version: last, head };
}

/** The record of a case, first event first. */
export async function readEvents(db: Db | Tx, reference: string): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('case_events')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('version')
    .execute();
  return rows.map(({ reference: _, at, ...row }) => ({ ...row, at: at.toISOString() }));
}

function chained(
  head: string,
  reference: string,
  version: number,
  events: NewEvent[],
): (EventRow & { hash: string })[] {
  let before = head;
  return events.map((event, index) => {
    const at = new Date(event.at).toISOString();
    const { act, actor, day } = event;
    const row = { reference, version: version + index + 1, act, event: event.event, actor, at, day };
    before = nextLink(before, row);
    return { ...row, hash: before };
  });
}
