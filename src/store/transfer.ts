import { sql } from 'kysely';
import { z } from 'zod/v4';
import { inSnapshot, inTransaction, type Db, type Tx } from './database.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { jsonText } from './values.ts';
import { references } from './cases.ts';
import { verifyRecord } from './verifyChain.ts';

const FORMAT = 'convene-store';
const PAGE = 500;

/** Every table in the order rows can be put in, with the key that gives its rows one order. */
const TABLES = {
  reference_counter: ['prefix', 'year'],
  cases: ['reference'],
  case_events: ['reference', 'version'],
  lane: ['lane'],
  message: ['id'],
  partnership: ['single'],
  directories: ['digest'],
  agencies: ['id'],
  people: ['id'],
  conversations: ['key'],
  remote: ['key'],
  inbox: ['activity_id'],
  drafts: ['key'],
  links: ['token_hash'],
  settings: ['id'],
  audit_views: ['id'],
  night_work: ['task', 'about'],
} as const;
type TableName = keyof typeof TABLES;
const TABLE_NAMES = Object.keys(TABLES) as [TableName, ...TableName[]];
const NUMBERED: TableName[] = ['message', 'settings', 'audit_views'];

const Header = z.strictObject({ format: z.literal(FORMAT), schema: z.string() });
const Line = z.union([
  z.strictObject({ table: z.enum(TABLE_NAMES), row: z.record(z.string(), z.unknown()) }),
  z.strictObject({ end: z.literal(true), rows: z.int().min(0) }),
]);

const schemaNow = (): string => Object.keys(MIGRATIONS).at(-1) ?? '';

/** The record of these cases is not as it was written: nothing was exported, so that a forgery is not carried on. */
export class BrokenRecords extends Error {
  override readonly name = 'BrokenRecords';
  constructor(broken: string[]) {
    super(`the record of ${broken.join(', ')} does not verify: nothing was exported`);
  }
}

/**
 * Writes the whole store as JSON lines, as it stood at one moment: a header, a line a row, and a last line with the
 * count, by which a cut-off file is known. Returns the number of rows. The file holds personal data.
 * @throws BrokenRecords before the first line
 */
export async function exportStore(db: Db, write: (line: string) => Promise<void> | void): Promise<number> {
  return inSnapshot(db, async (tx) => {
    const broken = await brokenIn(tx);
    if (broken.length > 0) throw new BrokenRecords(broken);
    await write(JSON.stringify({ format: FORMAT, schema: schemaNow() }));
    let rows = 0;
    for (const table of TABLE_NAMES)
      for await (const row of rowsOf(tx, table)) {
        await write(JSON.stringify({ table, row }));
        rows += 1;
      }
    await write(JSON.stringify({ end: true, rows }));
    return rows;
  });
}

/**
 * Reads such lines into an empty store: all of them, or none. Throws in plain words, with the line's number, when the
 * store is not empty, the file is of another version, damaged or cut off, or the record of a case does not verify.
 */
export async function importStore(db: Db, lines: AsyncIterable<string> | Iterable<string>): Promise<number> {
  return inTransaction(db, async (tx) => {
    await refuseUnlessEmpty(tx);
    let number = 0;
    let rows = 0;
    let ended = false;
    for await (const text of lines) {
      if (text.trim() === '') continue;
      number += 1;
      if (number === 1) {
        refuseOtherSchema(parsed(Header, text, number).schema);
        continue;
      }
      if (ended) throw new Error(`line ${number}: nothing may follow the last line`);
      const line = parsed(Line, text, number);
      if ('end' in line) {
        if (line.rows !== rows) throw new Error(`line ${number}: the file says ${line.rows} rows and holds ${rows}`);
        ended = true;
      } else {
        await insertRow(tx, line.table, line.row, number);
        rows += 1;
      }
    }
    if (!ended) throw new Error('the file is cut off: its last line is missing');
    await sql`update lane set lease_owner = null, lease_until = null`.execute(tx);
    for (const table of NUMBERED) await continueNumbers(tx, table);
    await verifyAll(tx);
    return rows;
  });
}

/** Rows as JSON made by the database itself, so that instants keep their microseconds and numbers their digits. */
async function* rowsOf(tx: Tx, table: TableName): AsyncGenerator<unknown> {
  const order = sql.join(TABLES[table].map((column) => sql.ref(column)));
  await sql`declare rows_of cursor for select to_jsonb(it) as row from ${sql.table(table)} it order by ${order}`.execute(
    tx,
  );
  for (let more = true; more;) {
    const { rows } = await sql<{ row: unknown }>`fetch ${sql.lit(PAGE)} from rows_of`.execute(tx);
    for (const { row } of rows) yield row;
    more = rows.length === PAGE;
  }
  await sql`close rows_of`.execute(tx);
}

/** Columns whose JSON may be null and must not be missing: in a row written as JSON the two look alike. */
const JSON_COLUMNS = new Set(['settings', 'event', 'payload', 'body', 'reference', 'ref', 'data', 'value']);

async function insertRow(tx: Tx, table: TableName, row: Record<string, unknown>, number: number): Promise<void> {
  const isNull = (column: string): boolean => row[column] === null && JSON_COLUMNS.has(column);
  const columns = Object.keys(row).map((column) => sql.ref(column));
  const values = Object.keys(row).map((column) => (isNull(column) ? sql`'null'::jsonb` : sql.ref(`it.${column}`)));
  try {
    await sql`
      insert into ${sql.table(table)} (${sql.join(columns)}) select ${sql.join(values)}
      from jsonb_populate_record(null::${sql.table(table)}, ${jsonText(row)}::jsonb) it`.execute(tx);
  } catch (error) {
    throw new Error(`line ${number}: this row does not fit table ${table}`, { cause: error });
  }
}

/** Row ids are kept, so the next one must come after them. */
async function continueNumbers(tx: Tx, table: TableName): Promise<void> {
  await sql`
    select setval(pg_get_serial_sequence(${table}, 'id'), greatest((select max(id) from ${sql.table(table)}), 1),
      exists (select from ${sql.table(table)}))`.execute(tx);
}

async function refuseUnlessEmpty(tx: Tx): Promise<void> {
  for (const table of TABLE_NAMES) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx);
    if (rows.length > 0) throw new Error('the store is not empty: import only into a new one');
  }
}

function refuseOtherSchema(found: string): void {
  if (found !== schemaNow())
    throw new Error(
      `the file is of schema ${found} and this store is of ${schemaNow()}: import with the release that wrote it`,
    );
}

async function verifyAll(tx: Tx): Promise<void> {
  const broken = await brokenIn(tx);
  if (broken.length > 0) throw new Error(`the record of ${broken.join(', ')} does not verify: nothing was imported`);
}

async function brokenIn(tx: Tx): Promise<string[]> {
  const broken: string[] = [];
  for (const reference of await references(tx)) {
    const check = await verifyRecord(tx, reference);
    if (!check.ok) broken.push(reference);
  }
  return broken;
}

function parsed<T>(schema: z.ZodType<T>, text: string, number: number): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`line ${number}: not JSON`);
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new Error(`line ${number}: not a line of a store export`);
  return result.data;
}
