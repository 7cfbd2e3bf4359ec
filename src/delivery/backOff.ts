import type { Verdict } from './verdict.ts';

export interface Patience {
  /** Tries before a fault of our own is given up: with the cap this is most of a working day. Faults of others are never given up. */
  attempts: number;
  /** Tries while something is not there yet, or not known to be ours, before a person is asked: some minutes. */
  lagAttempts: number;
  firstMs: number;
  /** No pause is longer: what was away for days is found within this of its return. */
  capMs: number;
  /** How long a whole service may be away before the coordinator is told. */
  tellAfterMs: number;
}
export const PATIENCE: Patience = {
  attempts: 60,
  lagAttempts: 10,
  firstMs: 2_000,
  capMs: 10 * 60_000,
  tellAfterMs: 60 * 60_000,
};

/** How long to wait after so many tries that ended alike; null when it will not be tried again. `chance` is from 0 to 1. */
export function backOff(verdict: Verdict, tries: number, chance: number, patience: Patience): number | null {
  if (verdict.concerns === 'message') return null;
  if (verdict.concerns === 'own' && tries >= patience.attempts) return null;
  if (verdict.retryAfterMs !== undefined) return verdict.retryAfterMs;
  const full = Math.min(patience.capMs, patience.firstMs * 2 ** Math.min(tries - 1, 20));
  // Between half and the whole of it, so that replicas and lanes do not come back in step.
  return Math.round(full * (0.5 + chance / 2));
}
