import { get } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatOf, send } from './support/acting.ts';
import { openBox, type Box } from './support/box.ts';

let box: Box;
beforeEach(async () => {
  box = await openBox();
});
afterEach(() => box.close());

describe('the door of the desk', () => {
  it('takes changes from its own page alone, under its own address alone', async () => {
    const body = JSON.stringify({ as: 'priya-marlow', conversation: chatOf(box, 'priya-marlow'), text: 'x' });
    const headers = { 'content-type': 'application/json' };
    const elsewhere = { ...headers, origin: 'https://elsewhere.example' };
    for (const given of [headers, elsewhere]) {
      const response = await fetch(`${box.tenant.url}/desk/api/message`, { method: 'POST', headers: given, body });
      expect(response.status).toBe(403);
    }
    expect(box.bot.received).toEqual([]);
  });

  it('answers unreadable input with 400 and the name of the field', async () => {
    expect(await box.desk('POST', '/message', { as: 'priya-marlow', conversation: 7, text: 'x' })).toEqual({
      error: 'The page sent something unreadable: conversation.',
    });
    expect(await box.desk('GET', '/view?as=nobody')).toEqual({ error: 'There is nobody of that name here.' });
  });

  it('tells open pages what has changed', async () => {
    const stop = new AbortController();
    const response = await fetch(`${box.tenant.url}/desk/api/events`, { signal: stop.signal });
    const chat = chatOf(box, 'priya-marlow');
    await send(box, 'priya-marlow', chat, 'Hello');
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let heard = '';
    while (!heard.includes(`"changed":"conversation","id":"${chat}"`))
      heard += new TextDecoder().decode((await reader.read()).value);
    stop.abort();
    expect(heard).toContain('data: {"changed":"view"}');
  });

  it('serves the built page for its own addresses, from a hidden folder too, and loads nothing from elsewhere', async () => {
    const home = mkdtempSync(join(tmpdir(), 'convene-page-'));
    const pageFolder = join(home, '.cache', 'desk');
    mkdirSync(pageFolder, { recursive: true });
    writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>Rehearsal desk</title>');
    writeFileSync(join(pageFolder, 'desk.js'), 'void 0;');
    const served = await openBox({ pageFolder: Promise.resolve(pageFolder) });
    const fetched = (path: string) => fetch(`${served.tenant.url}${path}`);
    for (const path of ['/', '/p/priya-marlow/chat', '/p/tom-brackley/channel/19%3Ax%40thread.tacv2']) {
      const page = await fetched(path);
      expect([page.status, await page.text()]).toEqual([200, '<!doctype html><title>Rehearsal desk</title>']);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    }
    expect((await fetched('/desk.js')).headers.get('content-type')).toContain('javascript');
    expect((await fetched('/p')).status).toBe(404);
    await served.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('answers under the names of this machine alone', async () => {
    const { port } = new URL(box.tenant.url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = get(
        { host: '127.0.0.1', port, path: '/desk/api/view', headers: { host: 'evil.example' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      request.on('error', reject);
    });
    expect(status).toBe(421);
  });
});
