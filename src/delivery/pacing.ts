/** Published limits of sending into one conversation: so many in so many milliseconds (Microsoft, rate limits for bots in Teams, page of October 2026). */
const PER_CONVERSATION = [
  { count: 7, within: 1_000 },
  { count: 8, within: 2_000 },
  { count: 60, within: 30_000 },
  { count: 1_800, within: 3_600_000 },
];
/** All conversations of the app in one tenant together. */
const IN_ALL = [{ count: 50, within: 1_000 }];

/** Remembers what was sent, and says how long to wait so that no limit is passed. It never waits itself: a lane is paused instead. */
export interface Pacing {
  /** Milliseconds until one more may go into this conversation; 0 for now. */
  wait(conversation: string, now: Date): number;
  sent(conversation: string, now: Date): void;
}

export function makePacing(): Pacing {
  const conversations = new Map<string, number[]>();
  const all: number[] = [];
  return {
    wait(conversation, now) {
      const at = now.getTime();
      return Math.max(waitFor(conversations.get(conversation) ?? [], PER_CONVERSATION, at), waitFor(all, IN_ALL, at));
    },
    sent(conversation, now) {
      const at = now.getTime();
      const times = conversations.get(conversation) ?? [];
      times.push(at);
      conversations.set(conversation, times);
      all.push(at);
      forget(all, at - 1_000);
      forget(times, at - 3_600_000);
      if (conversations.size > 5_000) forgetIdle(conversations, at - 3_600_000);
    },
  };
}

function waitFor(times: number[], limits: typeof IN_ALL, now: number): number {
  return limits.reduce((longest, { count, within }) => {
    const nth = times[times.length - count];
    return nth === undefined ? longest : Math.max(longest, nth + within - now);
  }, 0);
}

function forget(times: number[], before: number): void {
  const keep = times.findIndex((time) => time > before);
  times.splice(0, keep === -1 ? times.length : keep);
}

function forgetIdle(conversations: Map<string, number[]>, before: number): void {
  for (const [conversation, times] of conversations)
    if ((times.at(-1) ?? 0) <= before) conversations.delete(conversation);
}
