import { sql } from 'kysely';
import { calendarFor, resolvePolicy } from '../../src/domain/policy.ts';
import { londonDay, type Day } from '../../src/calendar/isoDate.ts';
import type { Partnership, Person } from '../../src/domain/directory.ts';
import type { Effect } from '../../src/domain/effects.ts';
import type { BusyTime, Deps, Outcome } from '../../src/operations/deps.ts';
import { nameOf, policyByName, policyFor } from '../../src/policies/registry.ts';
import type { OpenDatabase, StoreKind } from '../../src/store/database.ts';
import { savePartnership } from '../../src/store/people.ts';
import { testPartnership } from './partnership.ts';
import { freshStore } from './store.ts';

/** The shell over a real store and real procedures, with a clock that is set by hand. */
export interface Shell {
  deps: Deps;
  partnership: Partnership;
  /** Sets the day, at nine in the morning in London or near it. */
  on(day: Day): void;
  who(id: string): Person;
  busy: Map<string, BusyTime[] | null>;
  /** Busy searches made so far. */
  searches: { emails: string[]; from: Day; to: Day }[];
  woken: () => number;
  effects(caseId?: string): Promise<Effect[]>;
  /** Every row of every table, to see that nothing changed. */
  everything(): Promise<string>;
  close(): Promise<void>;
}

export interface ShellOptions {
  today: Day;
  kind?: StoreKind;
  store?: OpenDatabase;
  partnership?: Partnership;
}

export async function startShell({
  today,
  kind = 'embedded',
  store,
  partnership = testPartnership(),
}: ShellOptions): Promise<Shell> {
  const opened = store ?? (await freshStore(kind));
  let now = new Date(`${today}T09:00:00Z`);
  let tokens = 0;
  let wakes = 0;
  const busy = new Map<string, BusyTime[] | null>();
  const searches: Shell['searches'] = [];
  await savePartnership(opened.db, partnership);
  const deps: Deps = {
    db: opened.db,
    now: () => now,
    today: () => londonDay(now),
    policyFor: (procedure, settings, version) => {
      const policy = version === undefined ? policyFor(procedure) : policyByName(version);
      return { policy: resolvePolicy(policy, settings), version: nameOf(policy) };
    },
    calendarFor,
    freeBusy: async (ask) => {
      searches.push(ask);
      return busy;
    },
    newToken: () => `token-${(tokens += 1)}`,
    wake: () => {
      wakes += 1;
    },
  };
  return {
    deps,
    partnership,
    on: (day) => {
      now = new Date(`${day}T09:00:00Z`);
    },
    who: (id) => {
      const person = partnership.people.find((it) => it.id === id);
      if (person === undefined) throw new Error(`nobody called ${id}`);
      return person;
    },
    busy,
    searches,
    woken: () => wakes,
    effects: async (caseId) => {
      const rows = await opened.db.selectFrom('message').selectAll().orderBy('id').execute();
      return rows.filter((row) => caseId === undefined || row.case_id === caseId).map((row) => row.payload as Effect);
    },
    everything: () => everything(opened),
    close: () => opened.close(),
  };
}

async function everything({ db }: OpenDatabase): Promise<string> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not like 'kysely%' and table_name <> 'audit_views' order by 1`.execute(
    db,
  );
  const all: Record<string, unknown> = {};
  for (const { name } of tables.rows) {
    const rows = await sql<{
      row: string;
    }>`select to_jsonb(t)::text as row from ${sql.table(name)} t order by 1`.execute(db);
    all[name] = rows.rows.map(({ row }) => row);
  }
  return JSON.stringify(all);
}

/** What an accepted outcome brought; fails the test with the refusal's words otherwise. */
export function accepted<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'refused') throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
/** The code of a refusal; fails the test where there was none. */
export function refusalOf(outcome: Outcome<unknown>): { code: string; rule: string; field?: string } {
  if (outcome.kind === 'done') throw new Error('was not refused');
  return outcome.refusal;
}
