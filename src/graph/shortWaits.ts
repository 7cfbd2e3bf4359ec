import { setTimeout as sleep } from 'node:timers/promises';
import { GraphFault } from './fault.ts';

const TRIES = 6;
/** Longer waits are for the lane to keep, so that it can be shown and survives a restart. */
const LONGEST_MS = 5_000;
const ALL_MS = 15_000;

/**
 * Makes a call again where Graph turned it away before doing anything (429, 503) and asks for a moment only. Work of several
 * calls would otherwise start from its beginning each time, and meet a busy service for ever. Whatever may have been done is
 * never made again here.
 */
export async function withShortWaits<T>(
  call: () => Promise<T>,
  pause: (ms: number) => Promise<unknown> = (ms) => sleep(ms),
): Promise<T> {
  let waited = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (fault) {
      if (!(fault instanceof GraphFault) || (fault.status !== 429 && fault.status !== 503)) throw fault;
      const wait = fault.retryAfterMs ?? 250 * 2 ** attempt;
      waited += wait;
      if (attempt === TRIES || wait > LONGEST_MS || waited > ALL_MS) throw fault;
      await pause(wait);
    }
  }
}
