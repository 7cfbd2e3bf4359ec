import { createServer } from 'node:http';

export interface Doorman {
  close(): Promise<void>;
}

/**
 * Stands at the address of a desk that does not run yet, so that a link copied from it still opens: whoever knocks first has it
 * started and is sent on to the same place. Null where the port is taken.
 */
export async function doorman(port: number, start: () => Promise<void>): Promise<Doorman | null> {
  const server = createServer((request, response) => {
    // Only a page asked for begins a rehearsal; what an old window still fetches in the background does not.
    if (request.method !== 'GET' || request.url?.startsWith('/desk/')) {
      response.writeHead(503).end();
      return;
    }
    const place = request.url ?? '/';
    start().then(
      () => response.writeHead(307, { location: `http://127.0.0.1:${port}${place}`, connection: 'close' }).end(),
      () => response.writeHead(503, { 'content-type': 'text/plain' }).end('This rehearsal could not be started.'),
    );
  });
  const stands = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  // Whoever is still being answered keeps the connection; the port itself is free at once.
  return stands ? { close: () => new Promise((resolve) => (server.close(), resolve())) } : null;
}
