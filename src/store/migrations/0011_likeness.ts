import { sql, type Kysely } from 'kysely';

/** What an application was about, as a digest: one that was sent twice is found. Cases opened before have none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table cases add column likeness text`.execute(db);
  await sql`create index cases_alike on cases (likeness, reference) where likeness is not null`.execute(db);
}
