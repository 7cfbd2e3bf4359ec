import { sql, type Expression, type RawBuilder } from 'kysely';
import type { Day } from '../calendar/isoDate.ts';
import type { CaseReview } from '../domain/caseReview.ts';
import type { Stage } from '../domain/words.ts';
import type { Db, Tx } from './database.ts';
import { jsonText } from './values.ts';

/** The row of a case is not as Convene wrote it: somebody changed it in the database. Nothing of it is shown or acted on. */
export class AlteredRecord extends Error {
  override readonly name = 'AlteredRecord';
  readonly code = 'alteredRecord';
  readonly reference: string;
  constructor(reference: string) {
    super(`the row of ${reference} is not as it was written`);
    this.reference = reference;
  }
}

type Part = Expression<unknown>;

/**
 * The digest of a case's row, but for the columns that say only when to look at it next. The snapshot is part of it and so is the
 * head of the chain: a snapshot stands for the events it was made from and no others. The database works it out from jsonb's own
 * text, which is the same for equal values. It costs each read about what turning the snapshot into text costs: for one of 38 KB
 * 1.2 ms on PostgreSQL and 4 to 7 ms embedded, on a machine with ten times its load; a young case is a tenth of that size.
 */
const digest = (stage: Part, version: Part, head: Part, review: Part): RawBuilder<string> => sql<string>`
  encode(sha256(convert_to(concat_ws(chr(31), reference, authority, procedure, policy_version, settings::text,
    to_char(opened_on, 'YYYY-MM-DD'), ${stage}::text, ${version}::text, ${head}::text, ${review}::text), 'UTF8')), 'hex')`;

const column = (name: string): Part => sql.ref(`cases.${name}`);
/** What the seal of a row would be as the row stands. */
export const sealNow = digest(column('stage'), column('version'), column('head'), column('review'));
/** Whether the row is as Convene wrote it. */
export const isWhole = sql<boolean>`coalesce(cases.seal = ${sealNow}, false)`;

export interface RowOfCase {
  review: CaseReview;
  stage: Stage;
  wakeOn: Day | null;
  version: number;
  head: string;
}

/** Writes what a case has come to, with its seal; false where the row is no longer at version `at`. */
export async function writeRow(tx: Db | Tx, reference: string, at: number, next: RowOfCase): Promise<boolean> {
  const { stage, wakeOn, version, head } = next;
  const seal = digest(sql`${stage}`, sql`${version}::int`, sql`${head}`, sql`given.review`);
  const { numAffectedRows } = await sql`
    update cases set review = given.review, stage = ${stage}, wake_on = ${wakeOn}::date, version = ${version}::int,
      head = ${head}, seal = ${seal}
    from (select ${jsonText(next.review)}::jsonb as review) as given
    where cases.reference = ${reference} and cases.version = ${at}::int`.execute(tx);
  return numAffectedRows === 1n;
}
