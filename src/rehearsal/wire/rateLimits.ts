export interface Rate {
  count: number;
  seconds: number;
}

export interface RateLimits {
  /** Counts a request under `key`. Returns 0 when it is within all rates, else the seconds to wait; a refused request is not counted. */
  hit(key: string, rates: readonly Rate[]): number;
}

/** Sliding windows over real time. `factor` multiplies every count. */
export function rateLimits(factor: number, clockMs: () => number = () => performance.now()): RateLimits {
  const hits = new Map<string, number[]>();
  return {
    hit: (key, rates) => {
      const at = clockMs();
      const longest = Math.max(...rates.map((rate) => rate.seconds)) * 1000;
      const recent = (hits.get(key) ?? []).filter((time) => time > at - longest);
      const waits = rates.map((rate) => wait(recent, rate, factor, at));
      const longestWait = Math.max(...waits);
      if (longestWait === 0) recent.push(at);
      hits.set(key, recent);
      return longestWait;
    },
  };
}

function wait(recent: number[], rate: Rate, factor: number, at: number): number {
  const allowed = Math.max(1, Math.floor(rate.count * factor));
  const within = recent.filter((time) => time > at - rate.seconds * 1000);
  const oldest = within[within.length - allowed];
  return oldest === undefined ? 0 : Math.max(0.001, (oldest + rate.seconds * 1000 - at) / 1000);
}

/** platform limits as published: a channel is one conversation, all its threads share the budget. */
export const CONVERSATION_WRITES: readonly Rate[] = [
  { count: 7, seconds: 1 },
  { count: 8, seconds: 2 },
  { count: 60, seconds: 30 },
  { count: 1800, seconds: 3600 },
];
export const CONVERSATION_READS: readonly Rate[] = [
  { count: 14, seconds: 1 },
  { count: 16, seconds: 2 },
  { count: 120, seconds: 30 },
  { count: 3600, seconds: 3600 },
];
export const CONNECTOR_APP: readonly Rate[] = [{ count: 50, seconds: 1 }];
export const GRAPH_TEAM_OR_CHANNEL: readonly Rate[] = [{ count: 4, seconds: 1 }];
export const GRAPH_TEAMS_APP: readonly Rate[] = [{ count: 30, seconds: 1 }];
export const GRAPH_MAILBOX: readonly Rate[] = [{ count: 10_000, seconds: 600 }];
export const GRAPH_SUBSCRIPTIONS: readonly Rate[] = [{ count: 500, seconds: 20 }];
