import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../src/domain/caseReview.ts';
import {
  appendEvents,
  casesDue,
  createCase,
  listCases,
  loadCase,
  lockCase,
  nextReference,
  readEvents,
  setWake,
  StaleCase,
  verifyChain,
} from '../../src/store/cases.ts';
import { inTransaction, type OpenDatabase } from '../../src/store/database.ts';
import { freshStore, KINDS } from '../support/store.ts';
import { caseFile, nudge, openTestCase } from './fixtures.ts';

describe.each(KINDS)('the record of a case, %s store', (kind) => {
  let store: OpenDatabase;
  beforeAll(async () => {
    store = await freshStore(kind);
  });
  afterAll(() => store.close());

  it('numbers cases without a gap for each prefix and year, also when a transaction fails', async () => {
    const next = (prefix: string, year: number) => inTransaction(store.db, (tx) => nextReference(tx, prefix, year));
    expect(await next('NBC', 2026)).toBe('NBC-2026-0001');
    const failed = inTransaction(store.db, async (tx) => {
      await nextReference(tx, 'NBC', 2026);
      throw new Error('the work failed');
    });
    await expect(failed).rejects.toThrow('the work failed');
    expect(await next('NBC', 2026)).toBe('NBC-2026-0002');
    expect(await next('NBC', 2027)).toBe('NBC-2027-0001');
    const many = await Promise.all(Array.from({ length: 12 }, () => next('MDC', 2026)));
    expect([...many].sort()).toEqual(many.map((_, index) => `MDC-2026-${String(index + 1).padStart(4, '0')}`));
  });

  it('gives back a case as it was put in: opening facts, snapshot, days as text', async () => {
    const opened = await openTestCase(store.db, 'ODC-2026-0001', {
      settings: { 'her.threshold': 3, 'a first key': null },
    });
    const loaded = await loadCase(store.db, 'ODC-2026-0001');
    expect(loaded).toEqual(opened);
    expect(loaded).toMatchObject({ openedOn: '2026-06-01', wakeOn: '2026-06-03', version: 1, stage: 'application' });
    expect(loaded?.review.openedOn).toBe('2026-06-01');
    expect(await loadCase(store.db, 'ODC-2026-9999')).toBeNull();
  });

  it('keeps events in order, numbered from 1 without a gap', async () => {
    const stored = await openTestCase(store.db, 'ODC-2026-0002');
    await inTransaction(store.db, (tx) =>
      appendEvents(tx, stored, [nudge('2026-06-02', 'a'), nudge('2026-06-02', 'b')], {
        review: caseFile('ODC-2026-0002', ['a', 'b']),
        stage: 'application',
        wakeOn: null,
      }),
    );
    const events = await readEvents(store.db, 'ODC-2026-0002');
    expect(events.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(events[1]).toMatchObject({ act: 'nudge', actor: null, at: '2026-06-02T08:00:00.000Z', day: '2026-06-02' });
    expect(events[2]?.event).toEqual(nudge('2026-06-02', 'b').event);
    expect(await loadCase(store.db, 'ODC-2026-0002')).toMatchObject({ version: 3, wakeOn: null });
  });

  it('writes nothing for a writer that read an older version', async () => {
    const stored = await openTestCase(store.db, 'ODC-2026-0003');
    const append = (key: string) =>
      inTransaction(store.db, (tx) =>
        appendEvents(tx, stored, [nudge('2026-06-02', key)], { ...stored, stage: 'review' }),
      );
    await append('first');
    await expect(append('second')).rejects.toThrow(StaleCase);
    expect(await readEvents(store.db, 'ODC-2026-0003')).toHaveLength(2);
  });

  it('lets only one of several writers through, and the others see its work', async () => {
    await openTestCase(store.db, 'ODC-2026-0004');
    const once = (index: number) =>
      inTransaction(store.db, async (tx) => {
        const stored = await lockCase(tx, 'ODC-2026-0004');
        if (stored === null) throw new Error('gone');
        await appendEvents(tx, stored, [nudge('2026-06-02', `n${index}`)], stored);
      });
    await Promise.all(Array.from({ length: 8 }, (_, index) => once(index)));
    expect((await readEvents(store.db, 'ODC-2026-0004')).map(({ version }) => version)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    expect(await verifyChain(store.db, 'ODC-2026-0004')).toEqual({ ok: true });
  });

  it('verifies a record while others append to it', async () => {
    let stored = await openTestCase(store.db, 'ODC-2026-0007');
    const append = async (): Promise<void> => {
      for (let turn = 0; turn < 15; turn += 1)
        stored = await inTransaction(store.db, (tx) =>
          appendEvents(tx, stored, [nudge('2026-06-02', `t${turn}`)], stored),
        );
    };
    const verify = async (): Promise<void> => {
      for (let turn = 0; turn < 15; turn += 1)
        expect(await verifyChain(store.db, 'ODC-2026-0007')).toEqual({ ok: true });
    };
    await Promise.all([append(), verify(), verify()]);
  });

  it('keeps nothing of a transaction that fails after appending', async () => {
    const stored = await openTestCase(store.db, 'ODC-2026-0005');
    const failed = inTransaction(store.db, async (tx) => {
      await appendEvents(tx, stored, [nudge('2026-06-02', 'lost')], stored);
      throw new Error('after appending');
    });
    await expect(failed).rejects.toThrow('after appending');
    expect(await loadCase(store.db, 'ODC-2026-0005')).toEqual(stored);
    expect(await readEvents(store.db, 'ODC-2026-0005')).toHaveLength(1);
  });

  it('stores text that PostgreSQL alone would refuse, and still verifies', async () => {
    const stored = await openTestCase(store.db, 'ODC-2026-0006');
    const odd: CaseEvent = { type: 'panelCancelled', on: '2026-06-02', reason: 'a\u0000b\ud800c – naïve 𝒳 "quoted"' };
    await inTransaction(store.db, (tx) =>
      appendEvents(tx, stored, [{ ...nudge('2026-06-02', 'x'), act: 'cancelPanel', event: odd }], stored),
    );
    const [, event] = await readEvents(store.db, 'ODC-2026-0006');
    expect(event?.event).toMatchObject({ reason: 'ab\ufffdc – naïve 𝒳 "quoted"' });
    expect(await verifyChain(store.db, 'ODC-2026-0006')).toEqual({ ok: true });
  });

  it('hands the sweep only the cases whose day has come, the earliest first', async () => {
    await openTestCase(store.db, 'PDC-2026-0001', { wakeOn: '2020-01-03' });
    await openTestCase(store.db, 'PDC-2026-0002', { wakeOn: '2020-01-02' });
    await openTestCase(store.db, 'PDC-2026-0003', { wakeOn: null });
    const due = (day: string, limit = 10) =>
      inTransaction(store.db, async (tx) => (await casesDue(tx, day, limit)).map(({ reference }) => reference));
    expect(await due('2020-01-01')).toEqual([]);
    expect(await due('2020-01-02')).toEqual(['PDC-2026-0002']);
    expect(await due('2020-01-03')).toEqual(['PDC-2026-0002', 'PDC-2026-0001']);
    expect(await due('2020-01-03', 1)).toEqual(['PDC-2026-0002']);
    await inTransaction(store.db, (tx) => setWake(tx, 'PDC-2026-0002', null));
    expect(await due('2020-01-03')).toEqual(['PDC-2026-0001']);
  });

  it('lists cases by stage and authority', async () => {
    await openTestCase(store.db, 'QDC-2026-0001', { authority: 'quarrendon', stage: 'closed' });
    await openTestCase(store.db, 'QDC-2026-0002', { authority: 'quarrendon' });
    const list = async (which: { open?: boolean; authority?: string }) =>
      (await listCases(store.db, which)).map(({ reference }) => reference);
    expect(await list({ authority: 'quarrendon' })).toEqual(['QDC-2026-0001', 'QDC-2026-0002']);
    expect(await list({ authority: 'quarrendon', open: true })).toEqual(['QDC-2026-0002']);
    expect(await list({ authority: 'quarrendon', open: false })).toEqual(['QDC-2026-0001']);
    expect(await list({})).toContain('ODC-2026-0001');
  });

  it('does not show a case that has no event yet', async () => {
    await inTransaction(store.db, (tx) =>
      createCase(tx, {
        reference: 'RDC-2026-0001',
        authority: 'nonesuch',
        procedure: 'llr',
        policyVersion: 'llr/2026-01-01',
        settings: {},
        openedOn: '2026-06-01',
      }),
    );
    expect(await loadCase(store.db, 'RDC-2026-0001')).toBeNull();
    expect((await listCases(store.db)).some(({ reference }) => reference === 'RDC-2026-0001')).toBe(false);
  });
});
