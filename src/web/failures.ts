import type { Request } from 'express';

const WINDOW_MS = 60_000;
const ALLOWED = 20;
const MOST_ADDRESSES = 10_000;

export interface Failures {
  /** Counts one refused attempt; true when this address has had too many within a minute. */
  tooMany: (address: string) => boolean;
  /** Seconds this address has still to wait before anything it sends is looked at; 0 when it need not. */
  waits: (address: string) => number;
}

/** Counts refused attempts at one kind of secret, by address and minute. Each door counts for itself. */
export function countFailures(now: () => Date): Failures {
  const seen = new Map<string, { from: number; count: number }>();
  const current = (address: string): { from: number; count: number } | null => {
    const at = now().getTime();
    const entry = seen.get(address);
    return entry === undefined || at - entry.from > WINDOW_MS || at < entry.from ? null : entry;
  };
  return {
    tooMany: (address) => {
      const { from, count } = current(address) ?? { from: now().getTime(), count: 0 };
      if (seen.size >= MOST_ADDRESSES && !seen.has(address)) seen.clear();
      seen.set(address, { from, count: count + 1 });
      return count + 1 > ALLOWED;
    },
    waits: (address) => {
      const entry = current(address);
      if (entry === null || entry.count <= ALLOWED) return 0;
      return Math.max(1, Math.ceil((entry.from + WINDOW_MS - now().getTime()) / 1000));
    },
  };
}

/**
 * Who is counted together: an IPv4 address without the port that Azure's front end writes to it, or the /64 of an IPv6
 * address, which is one line's.
 */
export function addressOf(request: Pick<Request, 'ip'>): string {
  const given = (request.ip ?? '').replace(/^::ffff:(?=[\d.]+)/i, '');
  const bare = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(given)?.[1] ?? /^\[(.+)\](?::\d+)?$/.exec(given)?.[1] ?? given;
  return bare.includes(':') ? networkOf(bare) : bare;
}

function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...middle, ...back]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * Whether the address is surely the caller's own. A proxy that we were not told of speaks for all its callers: none of them
 * is shut out for what another did.
 */
export const knowsCaller = (request: Request): boolean =>
  request.header('x-forwarded-for') === undefined || Number(request.app.get('trust proxy')) > 0;
