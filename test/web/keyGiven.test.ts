import express from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { countFailures } from '../../src/web/failures.ts';
import { keyGiven } from '../../src/web/keyGiven.ts';

it('behind a proxy that was not named nobody is shut out for what another sent: wrong keys get 429, the right one works', async () => {
  const failures = countFailures(() => new Date('2026-03-02T09:00:00Z'));
  const app = express();
  app.get('/', (request, response) => {
    if (keyGiven(request, response, ['the right key'], failures)) response.send('in');
  });
  const server = createServer(app);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const status = async (key: string, headers: Record<string, string>): Promise<number> =>
    (await fetch(url, { headers: { authorization: `Bearer ${key}`, ...headers } })).status;
  const proxied = { 'x-forwarded-for': '192.0.2.1' };
  for (let tries = 1; tries <= 20; tries += 1) expect(await status('guess', proxied)).toBe(401);
  expect(await status('guess', proxied)).toBe(429);
  expect(await status('the right key', proxied)).toBe(200);
  // Without one the address is the caller's own, and has had its tries.
  expect(await status('the right key', {})).toBe(429);
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});
