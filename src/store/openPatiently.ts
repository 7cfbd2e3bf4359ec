import { setTimeout as pause } from 'node:timers/promises';
import { isAway } from './away.ts';
import { openDatabase, type OpenDatabase, type Where } from './database.ts';

const FIRST_MS = 500;
const LONGEST_MS = 10_000;

/**
 * Opens the store as soon as it is there: while a server cannot be reached it is asked again, after half a second at first,
 * then ever more rarely up to ten seconds. `waits` hears of each wait. A store that is there and refuses us throws at once.
 */
export async function openPatiently(
  where: Where,
  waits: (waited: { attempts: number; ms: number; error: unknown }) => void,
): Promise<OpenDatabase> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await openDatabase(where);
    } catch (error) {
      if (!isAway(error)) throw error;
      const ms = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 10));
      waits({ attempts, ms, error });
      await pause(ms);
    }
  }
}
