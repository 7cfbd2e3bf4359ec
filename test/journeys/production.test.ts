import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChild, type Child } from '../support/children.ts';
import { startCluster, type Cluster } from '../support/postgres.ts';
import { findPostgres, need } from '../support/tools.ts';

const SERVING = new URL('children/serving.ts', import.meta.url);
const KEY = 'Zx8-a-key-for-one-test-alone-0041';
const HEALTH = 'Qy7-another-for-the-same-test-0042';

let cluster: Cluster;
let child: Child;
let base = '';
const told = async (path: string): Promise<unknown[]> => {
  const answer = await fetch(`${base}${path}`, { headers: { authorization: `Bearer ${HEALTH}` } });
  return [answer.status, path === '/health/parts' ? await answer.json() : await answer.text()];
};
const patience = { timeout: 40_000, interval: 200 };

beforeAll(async () => {
  cluster = await startCluster(need('a PostgreSQL server, version 15 or later', 'postgresql', findPostgres));
  child = startChild(SERVING, [cluster.url, KEY, HEALTH]);
  const line = await child.line((text) => text.startsWith('ready'));
  base = `http://127.0.0.1:${/\d+$/.exec(line)?.[0] ?? ''}`;
});
afterAll(async () => {
  await child.kill();
  cluster.stop();
});

describe('the production composition', { timeout: 120_000 }, () => {
  it('is well, says which part ails while its database is away, and is well again without a restart', async () => {
    expect(await told('/health')).toEqual([200, 'ok']);
    await cluster.halt('immediate');
    await expect.poll(() => told('/health'), patience).toEqual([503, 'not ok']);
    expect(await told('/health/parts')).toMatchObject([503, { ok: false, ailing: ['store'] }]);
    expect(await told('/livez')).toEqual([200, 'ok']);
    await child.line((text) => text.includes('"event":"unhealthy"') && text.includes('"reason":"store"'));
    await cluster.start();
    await expect.poll(() => told('/health'), patience).toEqual([200, 'ok']);
    await child.line((text) => text.includes('"event":"healthy"'));
    expect(child.process.exitCode).toBeNull();
  });

  it('writes nothing but one line of JSON each into its log, whatever tokens are sent to it', async () => {
    const unknown = [{ alg: 'RS256', kid: 'x' }, { iss: 'https://api.botframework.com', aud: 'x' }, 'sig'];
    const token = unknown.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    for (let times = 0; times < 30; times += 1)
      await fetch(`${base}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ type: 'message', channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/' }),
      });
    for (const line of child.lines.filter((text) => !text.startsWith('ready')))
      expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(child.errors()).toBe('');
  });

  it('stops within its bound while an upload is never sent to its end', async () => {
    const { hostname, port } = new URL(base);
    const socket = await new Promise<Socket>((resolve) => {
      const opened = connect(Number(port), hostname, () => resolve(opened));
    });
    socket.on('error', () => undefined);
    socket.write(
      'POST /api/applications HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"with":',
    );
    await told('/livez');
    const from = performance.now();
    child.process.kill('SIGTERM');
    await child.ended();
    expect(child.process.exitCode).toBe(0);
    expect(performance.now() - from).toBeLessThan(25_000);
    socket.destroy();
  });

  it('before its database is there it is alive, not well, and takes nothing', async () => {
    await cluster.halt('fast');
    child = startChild(SERVING, [cluster.url, KEY, HEALTH]);
    const line = await child.line((text) => text.includes('"event":"listening"'));
    base = `http://127.0.0.1:${String((JSON.parse(line) as { port: number }).port)}`;
    await child.line((text) => text.includes('"event":"storeAwaited"'));
    expect(await told('/livez')).toEqual([200, 'ok']);
    expect(await told('/health')).toEqual([503, 'not ok']);
    expect(await told('/api/applications')).toEqual([503, 'not ok']);
    await cluster.start();
    await child.line((text) => text.startsWith('ready'));
    expect(await told('/health')).toEqual([200, 'ok']);
  });
});
