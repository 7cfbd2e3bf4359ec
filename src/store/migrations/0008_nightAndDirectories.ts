import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** What the night has done already, and every directory that was ever in force. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table night_work (
      task text not null,
      about text not null,
      day date not null,
      primary key (task, about)
    )`.execute(db);
  await sql`
    create table directories (
      digest text primary key,
      version integer,
      first_seen timestamptz not null,
      body jsonb not null
    )`.execute(db);
  await sql`
    insert into directories (digest, version, first_seen, body)
    select digest, null, now(), body from partnership`.execute(db);
  await sql`alter table cases add column directory text`.execute(db);
}
