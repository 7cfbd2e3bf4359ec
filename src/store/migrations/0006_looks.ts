import { sql, type Kysely } from 'kysely';

/** Each look is kept with what came of it: whoever was refused asked all the same. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table audit_views
    add column outcome text not null default 'shown' check (outcome in ('shown', 'refused'))`.execute(db);
}
