import { pino } from 'pino';
import { rehearse, type Rehearsal } from '../../src/composeRehearsal.ts';
import { AtTheDesk } from './desk.ts';
import { freshStore } from './store.ts';

export interface Running {
  rehearsal: Rehearsal;
  desk: AtTheDesk;
  /** Waits until a thing is so, delivering meanwhile; fails with the last answer after a while. */
  until: <T>(look: () => Promise<T | null | undefined | false>, what: string) => Promise<T>;
  close: () => Promise<void>;
}

/** The real bot in a tenant in a box, in memory or in a folder. Traffic is written where the environment asks for it. */
export async function startRehearsal(
  options: { procedure?: string; folder?: string; start?: string; page?: string; patienceMs?: number } = {},
): Promise<Running> {
  const store = options.folder === undefined ? await freshStore('embedded') : undefined;
  const trafficLog = process.env['CONVENE_TRAFFIC_LOG'];
  const rehearsal = await rehearse({
    procedure: options.procedure ?? 'hertsmere',
    folder: options.folder ?? null,
    port: 0,
    start: options.start ?? '2026-09-07',
    log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
    ...(options.page === undefined ? {} : { page: options.page }),
    ...(store === undefined ? {} : { store }),
    ...(trafficLog === undefined ? {} : { trafficLog }),
  });
  const origin = new URL(rehearsal.tenant.deskUrl).origin;
  return {
    rehearsal,
    desk: new AtTheDesk(origin),
    until: (look, what) => until(rehearsal, look, what, options.patienceMs),
    close: async () => {
      await rehearsal.close();
      await store?.close();
    },
  };
}

const PATIENCE_MS = 25_000;

async function until<T>(
  rehearsal: Rehearsal,
  look: () => Promise<T | null | undefined | false>,
  what: string,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const from = performance.now();
  for (;;) {
    await rehearsal.joined.dispatcher.drain();
    await rehearsal.tenant.settled();
    const found = await look();
    if (found) return found;
    if (performance.now() - from > patienceMs) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
