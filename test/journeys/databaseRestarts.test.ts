import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { addDays, londonDay } from '../../src/calendar/isoDate.ts';
import { openDatabase } from '../../src/store/database.ts';
import { startChild } from '../support/children.ts';
import { startCluster } from '../support/postgres.ts';
import { application } from '../support/story.ts';
import { findPostgres, need } from '../support/tools.ts';

const SERVING = new URL('children/serving.ts', import.meta.url);
const KEY = 'Zx8-a-key-for-one-test-alone-0041';
const HEALTH = 'Qy7-another-for-the-same-test-0042';
const RESTARTS = 20;
const A_SECOND = 20;
/** Between two restarts: long enough for work to be under way again. */
const UP_MS = 800;

it(
  'PostgreSQL is restarted twenty times under twenty applications a second: the bot lives, and what it acknowledged is kept, once',
  { timeout: 180_000 },
  async () => {
    const cluster = await startCluster(need('a PostgreSQL server, version 15 or later', 'postgresql', findPostgres));
    await (await openDatabase({ url: cluster.url })).close();
    const child = startChild(SERVING, [cluster.url, KEY, HEALTH]);
    const base = `http://127.0.0.1:${/\d+$/.exec(await child.line((text) => text.startsWith('ready')))?.[0] ?? ''}`;
    const acknowledged = new Map<string, string>();
    const keys: string[] = [];

    const today = londonDay(new Date());
    const body = JSON.stringify({
      with: application({
        complaints: [10, 30, 50].map((before) => ({
          ref: `c${before}`,
          occurredOn: addDays(today, -before),
          reports: [{ to: 'council', on: addDays(today, 1 - before) }],
        })),
      }),
    });
    /** One application; a caller that was not told 201 asks again with the same key, as the web form does. */
    async function apply(key: string): Promise<boolean> {
      const answer = await fetch(`${base}/api/applications`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}`, 'idempotency-key': key },
        body,
      });
      const text = await answer.text();
      if (answer.status === 201) acknowledged.set(key, (JSON.parse(text) as { reference: string }).reference);
      else expect(answer.status).toBe(500);
      return answer.status === 201;
    }

    let going = true;
    const under: Promise<boolean>[] = [];
    const load = (async () => {
      while (going) {
        const key = `application-${keys.length}`;
        keys.push(key);
        under.push(apply(key));
        await pause(1000 / A_SECOND);
      }
    })();
    for (let restart = 0; restart < RESTARTS; restart += 1) {
      await pause(UP_MS);
      await cluster.halt(restart % 2 === 0 ? 'immediate' : 'fast');
      await cluster.start();
    }
    going = false;
    await load;
    await Promise.all(under);
    for (const key of keys) while (!acknowledged.has(key)) await apply(key);

    expect(child.process.exitCode).toBeNull();
    await expect.poll(async () => (await fetch(`${base}/health`)).text(), { timeout: 20_000 }).toBe('ok');
    const admin = new pg.Client({ connectionString: cluster.url });
    await admin.connect();
    const { rows } = await admin.query<{ reference: string }>('select reference from cases where version > 0');
    await admin.end();
    const kept = rows.map(({ reference }) => reference);
    expect(keys.length).toBeGreaterThan(RESTARTS * 10);
    expect(kept.sort()).toEqual([...acknowledged.values()].sort());
    expect(new Set(acknowledged.values()).size).toBe(keys.length);

    child.process.kill('SIGTERM');
    await child.ended();
    expect(child.process.exitCode).toBe(0);
    cluster.stop();
  },
);
