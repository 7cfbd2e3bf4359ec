import type { Verdict } from './verdict.ts';

export interface Patience {
  /** Tries before a fault is given up: with the cap this is most of a working day. */
  attempts: number;
  /** Tries while something is not there yet, or not known to be ours: about a quarter of an hour. */
  lagAttempts: number;
  firstMs: number;
  capMs: number;
}
export const PATIENCE: Patience = { attempts: 40, lagAttempts: 10, firstMs: 2_000, capMs: 15 * 60_000 };

/** How long to wait before try `number + 1`; null when it has been tried often enough. `chance` is from 0 to 1. */
export function backOff(verdict: Verdict, number: number, chance: number, patience: Patience): number | null {
  if (verdict.kind === 'refused') return null;
  if (verdict.retryAfterMs !== undefined) return number >= patience.attempts ? null : verdict.retryAfterMs;
  if (number >= (verdict.kind === 'lag' ? patience.lagAttempts : patience.attempts)) return null;
  const full = Math.min(patience.capMs, patience.firstMs * 2 ** Math.min(number - 1, 20));
  // Between half and the whole of it, so that replicas and lanes do not come back in step.
  return Math.round(full * (0.5 + chance / 2));
}
