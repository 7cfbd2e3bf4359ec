import { sql, type Kysely } from 'kysely';

/** Cases and their record. The record is append-only for every client, and its versions have no gap. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reference_counter (
      prefix text not null,
      year integer not null,
      last integer not null check (last > 0),
      primary key (prefix, year)
    )`.execute(db);
  await sql`
    create table cases (
      reference text primary key,
      authority text not null,
      procedure text not null,
      policy_version text not null,
      settings jsonb not null,
      opened_on date not null,
      stage text not null default 'enquiry'
        check (stage in ('enquiry', 'application', 'review', 'plan', 'closed')),
      wake_on date,
      version integer not null default 0 check (version >= 0),
      head text not null,
      review jsonb,
      check ((version = 0) = (review is null))
    )`.execute(db);
  await sql`create index cases_wake on cases (wake_on, reference) where wake_on is not null`.execute(db);
  await sql`create index cases_open on cases (authority, reference) where stage <> 'closed'`.execute(db);
  await sql`
    create table case_events (
      reference text not null references cases (reference),
      version integer not null check (version > 0),
      act text not null,
      event jsonb not null,
      actor text,
      at timestamptz not null,
      day date not null,
      hash text not null,
      primary key (reference, version)
    )`.execute(db);
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
    end $$`.execute(db);
  await sql`
    create function next_version_only() returns trigger language plpgsql as $$
    begin
      if new.version <> 1 + coalesce((select max(version) from case_events where reference = new.reference), 0) then
        raise exception 'the record of % has no gap: version % refused', new.reference, new.version
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger case_events_kept before update or delete on case_events
    for each row execute function refuse_change()`.execute(db);
  await sql`
    create trigger case_events_not_emptied before truncate on case_events
    for each statement execute function refuse_change()`.execute(db);
  await sql`
    create trigger case_events_without_gap before insert on case_events
    for each row execute function next_version_only()`.execute(db);
}
