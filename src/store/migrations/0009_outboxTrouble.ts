import { sql, type Kysely } from 'kysely';

/**
 * What holds a message up, since when and how often; whether the coordinator was told; and who settled it where it did not go
 * out. A cause is a stable name for what is wrong, so that one outage is told once and not once a message.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table message
      add column trouble text,
      add column trouble_tries integer not null default 0,
      add column trouble_since timestamptz,
      add column told_at timestamptz,
      add column settled_by text,
      add check ((trouble is null) = (trouble_since is null))`.execute(db);
  await sql`
    create index message_trouble on message (trouble)
    where trouble is not null and state in ('waiting', 'sending', 'unsure')`.execute(db);
  await sql`
    create index message_undelivered on message (id)
    where state = 'dead' or (told_at is not null and state in ('waiting', 'sending', 'unsure'))`.execute(db);
}
