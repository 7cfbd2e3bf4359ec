import { sql, type Selectable } from 'kysely';
import type { Day } from '../calendar/isoDate.ts';
import type { CaseReview } from '../domain/caseReview.ts';
import { referenceOf } from '../domain/reference.ts';
import type { Procedure, Stage } from '../domain/words.ts';
import { firstLink } from './chain.ts';
import type { Db, Tx } from './database.ts';
import { AlteredRecord, isWhole, writeRow } from './seal.ts';
import type { CasesTable } from './tables.ts';
import { jsonText } from './values.ts';

export { appendEvents, readEvents, StaleCase, type NewEvent, type StoredEvent } from './caseEvents.ts';
export { AlteredRecord } from './seal.ts';
export { verifyChain, verifyRecord, type ChainCheck, type RecordCheck } from './verifyChain.ts';

/** A case as its row holds it: the opening facts, and the snapshot its events lead to. */
export interface StoredCase {
  reference: string;
  authority: string;
  procedure: Procedure;
  policyVersion: string;
  settings: Record<string, unknown>;
  stage: Stage;
  wakeOn: Day | null;
  version: number;
  openedOn: Day;
  /** Hash of the last event: what the next one is chained to. */
  head: string;
  review: CaseReview;
}
/** A case before its first event: it has no state yet, and is not read back until it has. */
export type NewCase = Omit<StoredCase, 'review'> & { review: null };
export type CaseOpening = Pick<
  StoredCase,
  'reference' | 'authority' | 'procedure' | 'policyVersion' | 'settings' | 'openedOn'
>;

/** The next reference of a prefix and year, `HBC-2026-0001`. A transaction that fails gives its number back. */
export async function nextReference(tx: Tx, prefix: string, year: number): Promise<string> {
  const { last } = await tx
    .insertInto('reference_counter')
    .values({ prefix, year, last: 1 })
    .onConflict((it) => it.columns(['prefix', 'year']).doUpdateSet({ last: sql`reference_counter.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return referenceOf(prefix, year, last);
}

/**
 * Opens the row that the case's events will hang on; append the first of them in the same transaction. `likeness` is the
 * digest by which an application that comes again is known.
 */
export async function createCase(tx: Tx, opening: CaseOpening, likeness: string | null = null): Promise<NewCase> {
  const { reference, authority, procedure, policyVersion, settings, openedOn } = opening;
  const head = firstLink(opening);
  await tx
    .insertInto('cases')
    .values({
      reference,
      authority,
      procedure,
      policy_version: policyVersion,
      settings: jsonText(settings),
      opened_on: openedOn,
      wake_on: null,
      head,
      likeness,
      directory: sql<string | null>`(select digest from partnership)`,
    })
    .execute();
  return { ...opening, stage: 'enquiry', wakeOn: null, version: 0, head, review: null };
}

/** References of the cases whose application was about the same, the first one first. */
export async function casesAlike(db: Db | Tx, likeness: string): Promise<string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('reference')
    .where('likeness', '=', likeness)
    .where('version', '>', 0)
    .orderBy(inNumber)
    .orderBy('reference')
    .execute();
  return rows.map(({ reference }) => reference);
}

/** The case, held against every other writer until the transaction ends; null when there is none. @throws AlteredRecord */
export async function lockCase(tx: Tx, reference: string): Promise<StoredCase | null> {
  const row = await oneCase(tx, reference).forUpdate().executeTakeFirst();
  return row === undefined ? null : storedCase(row);
}

/** The same of a case whose row may have been altered, for whoever writes it anew from its events. */
export async function lockRow(tx: Tx, reference: string): Promise<(StoredCase & { whole: boolean }) | null> {
  const row = await oneCase(tx, reference).forUpdate().executeTakeFirst();
  return row === undefined ? null : { ...storedCase({ ...row, whole: true }), whole: row.whole };
}

/** The case as it stands; null when there is none. @throws AlteredRecord where its row is not as it was written */
export async function loadCase(db: Db | Tx, reference: string): Promise<StoredCase | null> {
  const row = await oneCase(db, reference).executeTakeFirst();
  return row === undefined ? null : storedCase(row);
}

/** A case claimed by its reference, and read where its fault can be kept apart from those beside it. */
export interface DueCase {
  reference: string;
  read: () => StoredCase;
}

/** Cases whose wake day has come, earliest first; locked, and those another sweep holds are passed over. */
export async function casesDue(tx: Tx, onOrBefore: Day, limit: number): Promise<DueCase[]> {
  const rows = await tx
    .selectFrom('cases')
    .selectAll()
    .select(isWhole.as('whole'))
    .where('wake_on', '<=', onOrBefore)
    .where('version', '>', 0)
    .orderBy('wake_on')
    .orderBy('reference')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => ({ reference: row.reference, read: () => storedCase(row) }));
}

/**
 * Cases whose people were last brought in line with another directory than this one, closed ones too; locked, and those another
 * replica holds are passed over. `directory`: the digest of that other one, where it is known.
 */
export async function casesBehind(
  tx: Tx,
  { digest, except, limit }: { digest: string; except: string; limit: number },
): Promise<(DueCase & { directory: string | null })[]> {
  const rows = await tx
    .selectFrom('cases')
    .selectAll()
    .select(isWhole.as('whole'))
    .where('version', '>', 0)
    .where((it) => it.or([it('directory', 'is', null), it('directory', 'not in', [digest, except])]))
    .orderBy('reference')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => ({
    reference: row.reference,
    directory: row.directory,
    read: () => storedCase(row),
  }));
}

/** Marks with which directory the case's people are in line. */
export async function setDirectory(tx: Tx, reference: string, directory: string): Promise<void> {
  await tx.updateTable('cases').set({ directory }).where('reference', '=', reference).execute();
}

/**
 * Cases by reference. `open: true` leaves the closed out, `open: false` gives only them. A case whose row was altered is left
 * out, so that it does not keep the others from being listed; the night tells of it.
 */
export async function listCases(
  db: Db | Tx,
  { open, authority }: { open?: boolean; authority?: string } = {},
): Promise<StoredCase[]> {
  let query = db
    .selectFrom('cases')
    .selectAll()
    .select(isWhole.as('whole'))
    .where('version', '>', 0)
    .orderBy(inNumber)
    .orderBy('reference');
  if (open !== undefined) query = query.where('stage', open ? '<>' : '=', 'closed');
  if (authority !== undefined) query = query.where('authority', '=', authority);
  return (await query.execute()).filter((row) => row.whole).map(storedCase);
}

/** The references of all cases, closed ones too, in order. */
export async function references(db: Db | Tx): Promise<string[]> {
  const rows = await db.selectFrom('cases').select('reference').where('version', '>', 0).orderBy('reference').execute();
  return rows.map(({ reference }) => reference);
}

/** The day the sweep should next look at the case; null for never. */
export async function setWake(tx: Db | Tx, reference: string, wakeOn: Day | null): Promise<void> {
  await tx.updateTable('cases').set({ wake_on: wakeOn }).where('reference', '=', reference).execute();
}

/** Replaces what is derived from the events and leaves the record alone. */
export async function rewriteSnapshot(
  tx: Db | Tx,
  stored: Pick<StoredCase, 'reference' | 'version' | 'head'>,
  next: { review: CaseReview; stage: Stage; wakeOn: Day | null },
): Promise<void> {
  const { reference, version, head } = stored;
  await writeRow(tx, reference, version, { ...next, version, head });
}

/** A year's 10,000th reference is longer than those before it, and comes after them. */
const inNumber = sql`length(reference)`;

const oneCase = (db: Db | Tx, reference: string) =>
  db
    .selectFrom('cases')
    .selectAll()
    .select(isWhole.as('whole'))
    .where('reference', '=', reference)
    .where('version', '>', 0);

function storedCase(row: Selectable<CasesTable> & { whole: boolean }): StoredCase {
  if (!row.whole) throw new AlteredRecord(row.reference);
  if (row.review === null) throw new Error(`case ${row.reference} has events and no snapshot`);
  return {
    reference: row.reference,
    authority: row.authority,
    procedure: row.procedure,
    policyVersion: row.policy_version,
    settings: row.settings,
    stage: row.stage,
    wakeOn: row.wake_on,
    version: row.version,
    openedOn: row.opened_on,
    head: row.head,
    review: row.review,
  };
}
