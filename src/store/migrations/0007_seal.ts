import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Each row of a case bears the digest of what was written into it, so that a change by hand shows when it is next read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table cases add column seal text`.execute(db);
  // What stands today is taken as written: the chain of events beside it has been checkable all along.
  await sql`
    update cases set seal = encode(sha256(convert_to(concat_ws(chr(31), reference, authority, procedure, policy_version,
      settings::text, to_char(opened_on, 'YYYY-MM-DD'), stage, version::text, head, review::text), 'UTF8')), 'hex')
    where version > 0`.execute(db);
}
