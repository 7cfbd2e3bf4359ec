import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AlteredRecord, appendEvents, loadCase, rewriteSnapshot, verifyChain } from '../../src/store/cases.ts';
import { inTransaction, type OpenDatabase, type StoreKind } from '../../src/store/database.ts';
import { putDraft } from '../../src/store/drafts.ts';
import { claimLanes, enqueue, headMessages, outboxStates } from '../../src/store/outbox.ts';
import { rebuild, type Replay } from '../../src/store/rebuild.ts';
import { addSetting, settingsHistory } from '../../src/store/settings.ts';
import { exportStore, importStore } from '../../src/store/transfer.ts';
import { freshStore, KINDS } from '../support/store.ts';
import { caseFile, nudge, openTestCase } from './fixtures.ts';

const NOW = new Date('2026-06-01T08:00:00Z');
const replay: Replay = (events, { reference }) => ({
  review: caseFile(
    reference,
    events.flatMap((event) => (event.type === 'nudged' ? [event.key] : [])),
  ),
  stage: 'application',
  wakeOn: '2026-06-03',
});

async function fill(store: OpenDatabase): Promise<void> {
  for (const reference of ['NBC-2026-0001', 'NBC-2026-0002']) {
    const stored = await openTestCase(store.db, reference, { settings: { 'a.setting': 1.5 } });
    const review = caseFile(reference, ['first', 'b – £']);
    await inTransaction(store.db, async (tx) => {
      await appendEvents(tx, stored, [nudge('2026-06-02', 'b – £')], {
        review,
        stage: 'application',
        wakeOn: '2026-06-03',
      });
      await enqueue(tx, [{ key: `k/${reference}`, lane: 'mail', kind: 'mail', caseId: reference, payload: null }], NOW);
    });
  }
  await putDraft(store.db, 'd', null, 'p1', { text: 'line\nbreak' });
  await addSetting(store.db, { authority: 'a', key: 'k', value: 1, effectiveOn: '2026-06-01', by: 'p', at: NOW });
}
const linesOf = async (store: OpenDatabase): Promise<string[]> => {
  const lines: string[] = [];
  await exportStore(store.db, (line) => void lines.push(line));
  return lines;
};

describe.each(KINDS)('rebuilding, %s store', (kind) => {
  let store: OpenDatabase;
  beforeAll(async () => {
    store = await freshStore(kind);
    await fill(store);
  });
  afterAll(() => store.close());

  it('changes nothing where the snapshots are what the events say', async () => {
    expect(await rebuild(store.db, replay)).toEqual({ cases: 2, changed: [], broken: [] });
  });

  it('brings a lost snapshot back from the events, and leaves a broken record to a person', async () => {
    const before = await loadCase(store.db, 'NBC-2026-0001');
    const wrong = { review: caseFile('NBC-2026-0001', []), stage: 'plan' as const, wakeOn: null };
    const other = await loadCase(store.db, 'NBC-2026-0002');
    if (before === null || other === null) throw new Error('the cases are not there');
    await rewriteSnapshot(store.db, before, wrong);
    await rewriteSnapshot(store.db, other, { ...wrong, review: caseFile('NBC-2026-0002', []) });
    await sql`update cases set opened_on = '2026-05-01' where reference = 'NBC-2026-0002'`.execute(store.db);
    expect(await rebuild(store.db, replay)).toEqual({
      cases: 2,
      changed: ['NBC-2026-0001'],
      broken: ['NBC-2026-0002'],
    });
    expect(await loadCase(store.db, 'NBC-2026-0001')).toEqual(before);
    await expect(loadCase(store.db, 'NBC-2026-0002')).rejects.toThrow(AlteredRecord);
  });
});

const ways: [StoreKind, StoreKind][] = [
  ['embedded', 'postgres'],
  ['postgres', 'embedded'],
];
describe.each(ways)('moving a whole store, %s to %s', (from, to) => {
  it('arrives with every row, verifies, and goes on numbering', async () => {
    const [source, target] = [await freshStore(from), await freshStore(to)];
    await fill(source);
    await claimLanes(source.db, 'old', { now: NOW, leaseSeconds: 9999, limit: 1 });
    const lines = await linesOf(source);
    expect(await importStore(target.db, lines)).toBe(lines.length - 2);
    expect(await loadCase(target.db, 'NBC-2026-0002')).toEqual(await loadCase(source.db, 'NBC-2026-0002'));
    expect(await verifyChain(target.db, 'NBC-2026-0001')).toEqual({ ok: true });
    expect(await settingsHistory(target.db, 'a')).toEqual(await settingsHistory(source.db, 'a'));
    await inTransaction(target.db, (tx) =>
      enqueue(tx, [{ key: 'next', lane: 'mail', kind: 'mail', caseId: null, payload: 1 }], NOW),
    );
    expect((await outboxStates(target.db)).map(({ key }) => key)).toEqual([
      'k/NBC-2026-0001',
      'k/NBC-2026-0002',
      'next',
    ]);
    expect(await claimLanes(target.db, 'new', { now: NOW, leaseSeconds: 9, limit: 1 })).toHaveLength(1);
    expect(await headMessages(target.db, 'mail', 'new', 9)).toHaveLength(3);
    await Promise.all([source.close(), target.close()]);
  });
});

describe('a store file that cannot be taken', () => {
  let lines: string[];
  let target: OpenDatabase;
  beforeAll(async () => {
    const source = await freshStore('embedded');
    await fill(source);
    lines = await linesOf(source);
    await source.close();
    target = await freshStore('embedded');
  });
  afterAll(() => target.close());

  const changed = (from: string | RegExp, to: string): string[] => lines.map((line) => line.replace(from, to));
  it.each<[string, () => string[], string]>([
    ['empty', () => [], 'cut off'],
    ['cut off', () => lines.slice(0, -3), 'cut off'],
    ['short of a row', () => lines.filter((line) => !line.includes('"table":"drafts"')), 'rows and holds'],
    ['not JSON', () => ['{'], 'line 1: not JSON'],
    ['of another kind', () => ['{"format":"x","schema":"y"}'], 'line 1: not a line of a store export'],
    ['of another version', () => changed(/"schema":"\w+"/, '"schema":"0009_later"'), 'schema 0009_later'],
    ['with an unknown table', () => changed('"table":"drafts"', '"table":"pg_user"'), 'not a line of a store export'],
    ['with an unknown column', () => changed('"row":{', '"row":{"more":1,'), 'does not fit table'],
    ['with a day that does not exist', () => changed('2026-06-02', '2026-02-31'), 'does not fit table case_events'],
    [
      'with an event changed',
      () => changed('before_due', 'due_today'),
      'record of NBC-2026-0001, NBC-2026-0002 does not',
    ],
    ['with more after its end', () => [...lines, lines[1] ?? ''], 'nothing may follow'],
  ])('refuses one that is %s, and keeps nothing of it', async (_, given, words) => {
    await expect(importStore(target.db, given())).rejects.toThrow(words);
    expect(await loadCase(target.db, 'NBC-2026-0001')).toBeNull();
  });

  it('refuses to mix a file into a store in use', async () => {
    await putDraft(target.db, 'mine', null, 'p1', {});
    await expect(importStore(target.db, lines)).rejects.toThrow('not empty');
  });
});
