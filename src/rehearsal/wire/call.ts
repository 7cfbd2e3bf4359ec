import type { IncomingHttpHeaders } from 'node:http';
import type { Rate } from './rateLimits.ts';
import type { World } from '../world.ts';

export interface Call {
  params: Record<string, string>;
  query: Record<string, string>;
  headers: IncomingHttpHeaders;
  /** Parsed JSON, text, bytes, or undefined. */
  body: unknown;
}

export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  handle: (world: World, call: Call) => Reply | Promise<Reply>;
  /** Budgets that a call draws on: key and rates. */
  budget?: (call: Call) => [string, readonly Rate[]][];
}

export const reply = (status: number, body?: unknown, headers?: Record<string, string>): Reply => ({
  status,
  ...(body === undefined ? {} : { body }),
  ...(headers === undefined ? {} : { headers }),
});

/** Thrown by a handler to answer with an error of the service it plays. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;
  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const param = (call: Call, name: string): string => call.params[name] ?? '';
