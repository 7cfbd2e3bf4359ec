const WINDOW_MS = 60_000;
const ALLOWED = 20;
const MOST_ADDRESSES = 10_000;

export interface Failures {
  /** Counts one refused attempt; true when this address has had too many within a minute. */
  tooMany: (address: string) => boolean;
}

/**
 * Slows down whoever tries keys. Only refused attempts count and only they are answered differently, so that nobody can
 * lock others out from behind the same proxy.
 */
export function countFailures(now: () => Date): Failures {
  const seen = new Map<string, { from: number; count: number }>();
  return {
    tooMany: (address) => {
      const at = now().getTime();
      const before = seen.get(address);
      const fresh = before === undefined || at - before.from > WINDOW_MS || at < before.from;
      const entry = fresh ? { from: at, count: 1 } : { from: before.from, count: before.count + 1 };
      if (seen.size >= MOST_ADDRESSES && !seen.has(address)) seen.clear();
      seen.set(address, entry);
      return entry.count > ALLOWED;
    },
  };
}
