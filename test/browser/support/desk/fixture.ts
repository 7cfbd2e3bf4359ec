import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Shown } from '../../../../src/rehearsal/desk/protocol.ts';
import { deskState } from './state.ts';

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export interface DeskFixture {
  url: string;
  /** Every body posted to the desk's API, with its path. */
  posted: { path: string; body: Record<string, unknown> }[];
  /** The next action, dialog or extension is answered with this. */
  answerNext: (shown: Shown) => void;
  /** Adds a message of the bot to the channel and tells every window. */
  botSays: (words: string) => void;
  close: () => Promise<void>;
}

/** A stand-in for the tenant's desk server on loopback: canned views, remembered posts, and the event line. */
export async function startDeskFixture(pageFolder: string): Promise<DeskFixture> {
  const state = deskState();
  const posted: DeskFixture['posted'] = [];
  const lines = new Set<ServerResponse>();
  const tellAll = (change: object): void => lines.forEach((line) => line.write(`data: ${JSON.stringify(change)}\n\n`));

  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      response.writeHead(500).end(JSON.stringify({ error: String(fault) }));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/desk/api/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(':\n\n');
      lines.add(response);
      request.on('close', () => lines.delete(response));
      return;
    }
    if (!url.pathname.startsWith('/desk/api/')) return sendPage(url.pathname, response);
    const path = url.pathname.slice('/desk/api/'.length);
    let body: unknown;
    if (request.method === 'POST') {
      const asked = JSON.parse(await textOf(request)) as Record<string, unknown>;
      posted.push({ path, body: asked });
      body = state.post(path, asked);
      tellAll({ changed: 'view' });
      tellAll({ changed: 'conversation' });
    } else body = state.get(path, url.searchParams);
    response
      .writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(body ?? { error: 'There is no such view.' }));
  }

  async function sendPage(path: string, response: ServerResponse): Promise<void> {
    const file = path.startsWith('/assets/') ? path : '/index.html';
    const content = await readFile(join(pageFolder, file));
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(content);
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted,
    answerNext: state.answerNext,
    botSays: (words) => {
      state.botSays(words);
      tellAll({ changed: 'conversation', id: '19:case7@thread.tacv2' });
    },
    close: async () => {
      lines.forEach((line) => line.end());
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
