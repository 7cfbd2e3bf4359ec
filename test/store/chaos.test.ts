import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inTransaction, openDatabase } from '../../src/store/database.ts';
import { enqueue, outboxCounts, outboxStates } from '../../src/store/outbox.ts';
import { startChild, type Child } from '../support/children.ts';
import { freshDatabase } from '../support/store.ts';

const SENDER = new URL('children/sender.ts', import.meta.url);
const LANES = 12;
const EACH = 60;
const REPLICAS = 3;
const KILLS = 6;
/** In the middle of a message: the other side has it in one case, and not in the others. */
const DEATHS = ['before', 'after', 'before'];

it('sends every message once and in order while three replicas are killed in turn', { timeout: 600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'convene-chaos-'));
  const arrivals = join(folder, 'arrivals');
  writeFileSync(arrivals, '');
  const fresh = await freshDatabase();
  const { db, close } = await openDatabase({ url: fresh.url });
  for (let number = 0; number < EACH; number += 1)
    await inTransaction(db, (tx) =>
      enqueue(
        tx,
        Array.from({ length: LANES }, (_, lane) => ({
          key: `lane-${lane}/${number}`,
          lane: `lane-${lane}`,
          kind: 'test',
          caseId: null,
          payload: { number },
        })),
        new Date(),
      ),
    );
  let started = 0;
  const start = (dies: string): Child => startChild(SENDER, [fresh.url, arrivals, `replica-${started++}`, dies]);
  await Promise.all(DEATHS.map((dies) => start(dies).ended()));
  const replicas = Array.from({ length: REPLICAS }, () => start('never'));
  for (let kill = 0; kill < KILLS; kill += 1) {
    const victim = replicas[kill % REPLICAS];
    await victim?.line((text) => text === 'open');
    await pause(Math.random() * 60);
    await victim?.kill();
    replicas[kill % REPLICAS] = start('never');
  }
  await Promise.all(replicas.map((replica) => replica.ended()));
  const arrived = readFileSync(arrivals, 'utf8')
    .split('\n')
    .filter((key) => key !== '');
  const states = await outboxStates(db);
  expect(await outboxCounts(db)).toEqual({ waiting: 0, sending: 0, unsure: 0, dead: 0 });
  expect(states.filter(({ state }) => state === 'done')).toHaveLength(LANES * EACH);
  expect(new Set(arrived).size).toBe(LANES * EACH);
  expect(arrived).toHaveLength(LANES * EACH);
  for (let lane = 0; lane < LANES; lane += 1) {
    const numbers = arrived.filter((key) => key.startsWith(`lane-${lane}/`)).map((key) => Number(key.split('/')[1]));
    expect(numbers).toEqual(numbers.map((_, index) => index));
  }
  // A kill between the mark and the record leaves one message open; it was flagged, looked for, and not sent twice.
  const unsure = states.filter(({ unsureCount }) => unsureCount > 0);
  expect(unsure.length).toBeGreaterThanOrEqual(DEATHS.length);
  expect(unsure.length).toBeLessThanOrEqual(DEATHS.length + KILLS);
  for (const { attempts } of unsure) expect(attempts).toBeGreaterThan(1);
  expect(unsure.filter(({ note }) => note === 'had arrived').length).toBeGreaterThanOrEqual(1);
  await close();
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});
