import { sql, type Kysely } from 'kysely';

/** What is asked all day long, found without reading what has ended: the open and the dead messages, and whose a channel is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index message_not_well on message (state) where state in ('waiting', 'sending', 'unsure', 'dead')`.execute(
    db,
  );
  await sql`
    create index remote_channel on remote ((ref ->> 'channelId')) where kind = 'space'`.execute(db);
}
