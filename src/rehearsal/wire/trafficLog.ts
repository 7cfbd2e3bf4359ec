import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Side } from '../faults.ts';

export interface Exchange {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  requestBody?: unknown;
  status: number;
  responseBody?: unknown;
  responseHeaders: Record<string, string>;
  time: string;
}

export interface TrafficLog {
  write(side: Side, exchange: Exchange): void;
}

/** One exchange a line, so that the traffic can be held against the published contracts afterwards. */
export function trafficLog(folder: string | undefined): TrafficLog {
  if (folder === undefined) return { write: () => undefined };
  mkdirSync(folder, { recursive: true });
  return { write: (side, exchange) => appendFileSync(join(folder, `${side}.jsonl`), `${JSON.stringify(exchange)}\n`) };
}

const KEPT_HEADERS = ['content-type', 'prefer', 'consistencylevel', 'if-match', 'client-request-id', 'retry-attempt'];

/** The headers that matter to a contract; the bearer's value never leaves the request. */
export function headersForLog(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const kept: Record<string, string> = {};
  if (headers.authorization !== undefined) kept.authorization = 'Bearer redacted';
  for (const name of KEPT_HEADERS) {
    const value = headers[name];
    if (value !== undefined) kept[name] = String(value);
  }
  return kept;
}
