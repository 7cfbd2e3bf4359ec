import { appendEvents, createCase, lockCase, nextReference } from '../../../src/store/cases.ts';
import { inTransaction, openDatabase } from '../../../src/store/database.ts';
import { enqueue } from '../../../src/store/outbox.ts';
import { caseFile, nudge } from '../fixtures.ts';

/** Writes until it is killed; prints "reference version" of each act, and only once its commit has returned. */
const { db } = await openDatabase({ folder: process.argv[2] ?? '' });
const now = new Date('2026-06-01T08:00:00Z');
process.stdout.write('open\n');
for (let turn = 0; ; turn += 1) {
  const [reference, version] = await inTransaction(db, async (tx) => {
    const opened = await createCase(tx, {
      reference: await nextReference(tx, 'NBC', 2026),
      authority: 'nonesuch',
      procedure: 'hertsmere',
      policyVersion: 'hertsmere/2025-04-01',
      settings: {},
      openedOn: '2026-06-01',
    });
    const next = { review: caseFile(opened.reference, []), stage: 'application' as const, wakeOn: null };
    const stored = await appendEvents(tx, opened, [nudge('2026-06-01', 'opened')], next);
    return [stored.reference, stored.version];
  });
  process.stdout.write(`${reference} ${version}\n`);
  for (let act = 0; act < 3; act += 1) {
    const done = await inTransaction(db, async (tx) => {
      const stored = await lockCase(tx, String(reference));
      if (stored === null) throw new Error('an acknowledged case is gone');
      const key = `${stored.reference}/${act}`;
      await enqueue(tx, [{ key, lane: 'mail', kind: 'mail', caseId: stored.reference, payload: { turn } }], now);
      return appendEvents(tx, stored, [nudge('2026-06-02', key), nudge('2026-06-02', `${key}b`)], stored);
    });
    process.stdout.write(`${done.reference} ${done.version}\n`);
  }
}
