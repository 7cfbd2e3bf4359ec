import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AlteredRecord,
  appendEvents,
  listCases,
  loadCase,
  lockCase,
  setWake,
  verifyChain,
  verifyRecord,
} from '../../src/store/cases.ts';
import { inTransaction, type OpenDatabase } from '../../src/store/database.ts';
import { freshStore, KINDS } from '../support/store.ts';
import { nudge, openTestCase } from './fixtures.ts';

describe.each(KINDS)('the record shows tampering, %s store', (kind) => {
  let store: OpenDatabase;
  beforeAll(async () => {
    store = await freshStore(kind);
  });
  afterAll(() => store.close());

  const openWithFour = async (reference: string): Promise<void> => {
    const stored = await openTestCase(store.db, reference);
    const events = ['b', 'c', 'd'].map((key) => nudge('2026-06-02', key));
    await inTransaction(store.db, (tx) => appendEvents(tx, stored, events, stored));
  };
  /** What a person with full rights over the database could do by hand. */
  const behindTheTriggers = (statement: string): Promise<unknown> =>
    inTransaction(store.db, async (tx) => {
      await sql`alter table case_events disable trigger user`.execute(tx);
      await sql.raw(statement).execute(tx);
      await sql`alter table case_events enable trigger user`.execute(tx);
    });

  it.each([
    ['update', `update case_events set actor = 'somebody'`],
    ['delete', `delete from case_events`],
    ['truncate', `truncate case_events`],
  ])('refuses an %s of events', async (word, statement) => {
    await openWithFour(`NBC-2026-1${word}`);
    await expect(sql.raw(statement).execute(store.db)).rejects.toThrow(`case_events is append-only: ${word} refused`);
    expect(await verifyChain(store.db, `NBC-2026-1${word}`)).toEqual({ ok: true });
  });

  it('refuses a version that would leave a gap, or stand twice', async () => {
    await openWithFour('NBC-2026-0002');
    const insert = (version: number) =>
      sql.raw(
        `insert into case_events (reference, version, act, event, at, day, hash)
         values ('NBC-2026-0002', ${version}, 'nudge', '{}', now(), '2026-06-02', 'x')`,
      );
    await expect(insert(6).execute(store.db)).rejects.toThrow('has no gap');
    await expect(insert(4).execute(store.db)).rejects.toThrow('has no gap');
  });

  it.each([
    ['an event changed', `update case_events set event = event || '{"on":"2026-06-09"}' where version = 3`, 3],
    ['its actor changed', `update case_events set actor = 'x' where version = 2`, 2],
    ['its instant changed', `update case_events set at = at + interval '1 second' where version = 2`, 2],
    ['one in the middle removed', `delete from case_events where version = 2`, 2],
    ['the last removed', `delete from case_events where version = 4`, 4],
    ['the opening facts changed', `update cases set opened_on = '2026-05-01'`, 1],
    ['the head changed', `update cases set head = 'x'`, 4],
  ])('finds %s', async (name, statement, version) => {
    const reference = `NBC-2026-${name.replaceAll(' ', '-')}`;
    await openWithFour(reference);
    const only = statement.includes('where') ? ' and' : ' where';
    await behindTheTriggers(`${statement}${only} reference = '${reference}'`);
    expect(await verifyChain(store.db, reference)).toEqual({ ok: false, version });
  });

  it.each([
    ['the snapshot edited', `update cases set review = jsonb_set(review, '{openedOn}', '"2026-05-01"')`],
    ['its stage edited', `update cases set stage = 'plan'`],
    ['its settings edited', `update cases set settings = '{"threshold.count": 9}'`],
    ['its version edited', `update cases set version = 3`],
    [
      'the snapshot of another case in its place',
      `update cases set (review, seal) = (select review, seal from cases it where it.reference = 'NBC-2026-other')`,
    ],
  ])('neither loads nor lists a case with %s, and says which it is', async (name, statement) => {
    const reference = `NBC-2026-${name.replaceAll(' ', '-')}`;
    if ((await loadCase(store.db, 'NBC-2026-other')) === null) await openWithFour('NBC-2026-other');
    await openWithFour(reference);
    expect(await verifyRecord(store.db, reference)).toEqual({ ok: true });
    await behindTheTriggers(`${statement} where cases.reference = '${reference}'`);
    await expect(loadCase(store.db, reference)).rejects.toMatchObject({ name: 'AlteredRecord', reference });
    const locking = inTransaction(store.db, (tx) => lockCase(tx, reference));
    await expect(locking).rejects.toThrow(AlteredRecord);
    expect((await listCases(store.db)).map((it) => it.reference)).not.toContain(reference);
    expect((await listCases(store.db)).map((it) => it.reference)).toContain('NBC-2026-other');
    expect((await verifyRecord(store.db, reference)).ok).toBe(false);
  });

  it('takes another day to look at a case for what it is: no part of the record', async () => {
    await openWithFour('NBC-2026-woken');
    await setWake(store.db, 'NBC-2026-woken', '2027-01-04');
    expect(await loadCase(store.db, 'NBC-2026-woken')).toMatchObject({ wakeOn: '2027-01-04', version: 4 });
  });

  it('does not verify a case that is not there', async () => {
    expect(await verifyChain(store.db, 'NBC-2026-9999')).toEqual({ ok: false, version: 0 });
  });

  it.each(['settings', 'audit_views'])('keeps every row of %s', async (table) => {
    const row =
      table === 'settings'
        ? `insert into settings (authority, key, value, effective_on, by, at) values ('a', 'k', '1', '2026-06-01', 'p', now())`
        : `insert into audit_views (person, case_id, what, at) values ('p', 'c', 'w', now())`;
    await sql.raw(row).execute(store.db);
    await expect(sql.raw(`delete from ${table}`).execute(store.db)).rejects.toThrow('append-only: delete refused');
  });
});
