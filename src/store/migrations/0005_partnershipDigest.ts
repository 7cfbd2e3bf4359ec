import { sql, type Kysely } from 'kysely';

/** Every press asks for the directory: known by its digest, it need not be read again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table partnership add column digest text`.execute(db);
  await sql`
    create function digest_body() returns trigger language plpgsql as $$
    begin
      new.digest := encode(sha256(convert_to(new.body::text, 'UTF8')), 'hex');
      return new;
    end $$`.execute(db);
  await sql`
    create trigger partnership_digest before insert or update on partnership
    for each row execute function digest_body()`.execute(db);
  await sql`update partnership set body = body`.execute(db);
  await sql`alter table partnership alter column digest set not null`.execute(db);
}
