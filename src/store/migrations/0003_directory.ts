import { sql, type Kysely } from 'kysely';

/** Who takes part, where they are reached, and what we made in other systems for a case. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table partnership (
      single boolean primary key default true check (single),
      body jsonb not null
    )`.execute(db);
  await sql`
    create table agencies (
      id text primary key,
      body jsonb not null
    )`.execute(db);
  await sql`
    create table people (
      id text primary key,
      tenant_id text not null,
      object_id text not null,
      body jsonb not null,
      unique (tenant_id, object_id)
    )`.execute(db);
  await sql`
    create table conversations (
      key text primary key,
      reference jsonb not null
    )`.execute(db);
  await sql`
    create table remote (
      key text primary key,
      kind text not null,
      case_id text,
      ref jsonb not null
    )`.execute(db);
  await sql`create index remote_case on remote (case_id, key) where case_id is not null`.execute(db);
}
