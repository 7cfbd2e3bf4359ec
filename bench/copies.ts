import { sql } from 'kysely';
import { addDays, type Day } from '../src/calendar/isoDate.ts';
import { loadCase, appendEvents, createCase, readEvents } from '../src/store/cases.ts';
import { inTransaction, type Db } from '../src/store/database.ts';
import { sealNow } from '../src/store/seal.ts';

/** Writes the case so many times more through the store, each with a true record of its own. Returns their references. */
export async function trueCopies(db: Db, reference: string, count: number): Promise<string[]> {
  const stored = await loadCase(db, reference);
  if (stored === null) throw new Error(`no case ${reference}`);
  const events = await readEvents(db, reference);
  const references = Array.from({ length: count }, (_, index) => referenceOf(index + 1, 'NBD'));
  for (const one of references)
    await inTransaction(db, async (tx) => {
      const opening = await createCase(tx, { ...stored, reference: one });
      const { stage, wakeOn } = stored;
      await appendEvents(tx, opening, events, { review: { ...stored.review, reference: one }, stage, wakeOn });
    });
  return references;
}

/**
 * Copies the case inside the database until there are `total`: row, snapshot and every event. Quick enough for a hundred
 * thousand; the copies' hashes are the first case's, which nothing but a check of the record reads. Their wake days lie
 * beyond `after`, spread over three months.
 */
export async function quickCopies(db: Db, reference: string, total: number, after: Day): Promise<void> {
  const first = addDays(after, 1);
  await sql`alter table case_events disable trigger case_events_without_gap`.execute(db);
  for (let from = 1; from < total; from += STEP) {
    const to = Math.min(from + STEP, total) - 1;
    await inTransaction(db, async (tx) => {
      await sql`
        insert into cases
          (reference, authority, procedure, policy_version, settings, opened_on, stage, wake_on, version, head, review)
        select ${copyName}, authority, procedure, policy_version, settings, opened_on, stage,
          ${first}::date + (n % 90), version, head, jsonb_set(review, '{reference}', to_jsonb(${copyName}))
        from cases, generate_series(${sql.lit(from)}::int, ${sql.lit(to)}::int) n where reference = ${reference}
      `.execute(tx);
      await sql`
        insert into case_events (reference, version, act, event, actor, at, day, hash)
        select ${copyName}, version, act, event, actor, at, day, hash
        from generate_series(${sql.lit(from)}::int, ${sql.lit(to)}::int) n, case_events where reference = ${reference}
      `.execute(tx);
    });
  }
  await sql`update cases set seal = ${sealNow} where seal is null`.execute(db);
  await sql`alter table case_events enable trigger case_events_without_gap`.execute(db);
  await sql`analyze`.execute(db);
}

const STEP = 5_000;
/** The n-th copy's reference; the last four digits as in life. */
const copyName = sql`('NX' || chr(65 + n / 10000) || '-2026-' || lpad((n % 10000)::text, 4, '0'))`;
const referenceOf = (n: number, prefix: string): string => `${prefix}-2026-${String(n).padStart(4, '0')}`;
