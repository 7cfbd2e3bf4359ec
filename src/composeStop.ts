import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What a caller may still need to finish what it is sending or being sent. */
const REQUESTS_MS = 5_000;
/** What a loop may still need to finish the send or the case that is under way. */
const LOOPS_MS = 20_000;

/**
 * Takes no more callers, lets the loops and the requests under way finish, and comes to an end in any case: a request that
 * is never sent to its end is cut off.
 */
export async function comeToAnEnd(server: Server, loops: Promise<unknown>[]): Promise<void> {
  const over = new AbortController();
  const within = (ms: number): Promise<unknown> => pause(ms, undefined, { signal: over.signal }).catch(() => undefined);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const cut = within(REQUESTS_MS).then(() => {
    server.closeAllConnections();
  });
  await Promise.all([closed, Promise.race([Promise.allSettled(loops), within(LOOPS_MS)])]);
  over.abort();
  await cut;
}
