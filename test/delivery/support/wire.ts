import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: unknown;
  bytes: Buffer;
}
/** `lose`: does as told, then drops the connection instead of answering. `hang`: never answers. */
export type Told =
  { status: number; body?: unknown; text?: string; headers?: Record<string, string> } | 'lose' | 'hang';

/** A small server of ours that notes every request and answers as the test says. */
export async function startWire(answer: (seen: Seen) => Told) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://wire');
      const bytes = Buffer.concat(chunks);
      const one: Seen = {
        method: request.method ?? '',
        path: decodeURIComponent(url.pathname),
        query: url.searchParams,
        headers: request.headers,
        body: parsed(bytes),
        bytes,
      };
      seen.push(one);
      const told = answer(one);
      if (told === 'hang') return;
      if (told === 'lose') {
        request.socket.destroy();
        return;
      }
      const type = told.text === undefined ? 'application/json' : 'text/plain';
      response.writeHead(told.status, { 'content-type': type, ...told.headers });
      response.end(told.text ?? (told.body === undefined ? undefined : JSON.stringify(told.body)));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => {
        done();
      });
      server.closeAllConnections();
    });
  return { url, seen, close };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
