import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listCases, readEvents, verifyChain } from '../../src/store/cases.ts';
import { openDatabase } from '../../src/store/database.ts';
import { outboxStates } from '../../src/store/outbox.ts';
import { startChild } from '../support/children.ts';

const WRITER = new URL('children/writer.ts', import.meta.url);
const KILLS = 15;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'convene-kill-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every fifth is killed while it starts, the others anywhere in their work. */
async function killAtRandom(kill: number): Promise<string[]> {
  const child = startChild(WRITER, [folder]);
  if (kill % 5 === 0) await pause(Math.random() * 2000);
  else {
    const acts = 1 + Math.floor(Math.random() * 20);
    await child.line(() => child.lines.length > acts);
    await pause(Math.random() * 20);
  }
  await child.kill();
  return child.lines.filter((text) => text !== 'open');
}

it(
  `loses nothing it acknowledged in ${KILLS} kills at random moments, and every record verifies`,
  { timeout: 600_000 },
  async () => {
    const acknowledged = new Map<string, number>();
    for (let kill = 0; kill < KILLS; kill += 1)
      for (const line of await killAtRandom(kill)) {
        const [reference = '', version] = line.split(' ');
        acknowledged.set(reference, Number(version));
      }
    const store = await openDatabase({ folder });
    const cases = new Map((await listCases(store.db)).map((stored) => [stored.reference, stored]));
    const queued = new Set((await outboxStates(store.db)).map(({ key }) => key));
    expect(acknowledged.size).toBeGreaterThan(KILLS / 2);
    for (const [reference, version] of acknowledged)
      expect(cases.get(reference)?.version).toBeGreaterThanOrEqual(version);
    for (const { reference, version } of cases.values()) {
      expect(await verifyChain(store.db, reference)).toEqual({ ok: true });
      expect(await readEvents(store.db, reference)).toHaveLength(version);
      // An act writes two events and one message in one transaction: they are there together or not at all.
      const messages = [0, 1, 2].filter((act) => queued.has(`${reference}/${act}`));
      expect(messages).toHaveLength((version - 1) / 2);
    }
    const numbers = [...cases.keys()].map((reference) => Number(reference.slice(-4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    await store.close();
  },
);
