import { Client, HTTPMessageHandler, ResponseType } from '@microsoft/microsoft-graph-client';
import { bearer } from './bearer.ts';
import { CallNotes } from './callNotes.ts';
import { untilDeadline } from './deadline.ts';
import { faultOf, GraphFault, type FaultKind } from './fault.ts';
import { withShortWaits } from './shortWaits.ts';

export interface Ask {
  /** Query options; values are encoded here, once. */
  query?: Record<string, string>;
  headers?: Record<string, string>;
  deadlineMs?: number;
}
export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed JSON, or null where Graph sends no body. To be parsed by the caller. */
  body: unknown;
}

/** Graph as this product calls it. Short waits aside, each call is made once: who repeats it, and when, the lane that asked decides. */
export interface Graph {
  /** `https://graph.microsoft.com/v1.0`: what links to other resources start with. */
  base: string;
  get(path: string, ask?: Ask): Promise<Answer>;
  /** All items of a collection, page by page. */
  list(path: string, ask?: Ask): Promise<unknown[]>;
  post(path: string, body?: unknown, ask?: Ask): Promise<Answer>;
  patch(path: string, body: unknown, ask?: Ask): Promise<Answer>;
  put(path: string, content: Uint8Array, contentType: string, ask?: Ask): Promise<Answer>;
  delete(path: string, ask?: Ask): Promise<Answer>;
}

export interface GraphOptions {
  baseUrl: string;
  /** Further hosts that may be sent the token, beside that of `baseUrl`. */
  customHosts?: Set<string>;
  token: () => Promise<string>;
  /** Plain http, for 127.0.0.1 only. Set by the rehearsal's composition, never from configuration. */
  insecureLoopback?: boolean;
  deadlineMs?: number;
  /** Waits so many milliseconds. */
  pause?: (ms: number) => Promise<unknown>;
}

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';
const MAX_PAGES = 200;

/** The Graph client with our own chain: token, then the wire. No retry handler, so that no POST is made twice behind our back. */
export function makeGraph(options: GraphOptions): Graph {
  const first = bearer(options);
  first.setNext(new HTTPMessageHandler());
  const client = Client.initWithMiddleware({
    baseUrl: options.baseUrl,
    defaultVersion: 'v1.0',
    middleware: first,
    ...(options.customHosts === undefined ? {} : { customHosts: options.customHosts }),
  });

  const base = `${options.baseUrl.replace(/\/+$/, '')}/v1.0`;

  const call = (method: Method, path: string, ask: Ask, content?: unknown): Promise<Answer> =>
    withShortWaits(() => once(method, path, ask, content), options.pause);

  async function once(method: Method, path: string, ask: Ask, content?: unknown): Promise<Answer> {
    const signal = AbortSignal.timeout(ask.deadlineMs ?? options.deadlineMs ?? 15_000);
    const request = client
      .api(withQuery(path, ask.query))
      .responseType(ResponseType.RAW)
      .headers({ Prefer: 'include-unknown-enum-members', ...ask.headers })
      .options({ signal });
    const notes = new CallNotes();
    request.middlewareOptions([notes]);
    let response: Response;
    let body: unknown;
    try {
      response = await untilDeadline(request[method](content) as Promise<Response>, signal);
      body = await untilDeadline(readBody(response), signal);
    } catch (cause) {
      throw lost(method, notes.cause ?? cause, notes.signedIn);
    }
    if (!response.ok) throw faultOf(response.status, response.headers, body);
    return { status: response.status, headers: response.headers, body };
  }

  async function list(path: string, ask: Ask = {}): Promise<unknown[]> {
    const items: unknown[] = [];
    let next: string | undefined = path;
    let query = ask.query;
    for (let page = 0; next !== undefined; page += 1) {
      if (page === MAX_PAGES) throw new GraphFault({ status: 200, code: 'tooManyPages', kind: 'refused' });
      const { body } = await call('get', next, { ...ask, ...(query === undefined ? {} : { query }) });
      const read = body as { value?: unknown; '@odata.nextLink'?: unknown } | null;
      if (!Array.isArray(read?.value)) throw new GraphFault({ status: 200, code: 'notACollection', kind: 'refused' });
      items.push(...(read.value as unknown[]));
      next = typeof read['@odata.nextLink'] === 'string' ? withinBase(base, read['@odata.nextLink']) : undefined;
      query = {};
    }
    return items;
  }

  return {
    base,
    get: (path, ask = {}) => call('get', path, ask),
    list,
    post: (path, body, ask = {}) => call('post', path, ask, body),
    patch: (path, body, ask = {}) => call('patch', path, ask, body),
    put: (path, content, contentType, ask = {}) =>
      // A view on a larger buffer would be sent whole by the SDK: give it a copy of just these bytes.
      call('put', path, { ...ask, headers: { ...ask.headers, 'Content-Type': contentType } }, Buffer.from(content)),
    delete: (path, ask = {}) => call('delete', path, ask),
  };
}

/** A link to the next page as a path of ours. The SDK would take a plain http link for a path, and an https one anywhere. */
function withinBase(base: string, link: string): string {
  if (link.startsWith(`${base}/`)) return link.slice(base.length);
  throw new GraphFault({ status: 200, code: 'foreignHost', kind: 'refused' });
}

/** The SDK escapes neither path nor filter; paths are built by `at`, queries here. */
function withQuery(path: string, query: Record<string, string> = {}): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/** A path with its ids encoded: at`/users/${id}/events`. */
export function at(parts: TemplateStringsArray, ...ids: string[]): string {
  return parts.reduce(
    (path, part, i) => path + part + (i < ids.length ? encodeURIComponent(ids[i] as string) : ''),
    '',
  );
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** No answer came. A read may simply be repeated; after anything else it is not known whether it was done, unless it never left. */
function lost(method: Method, cause: unknown, signedIn: boolean): unknown {
  if (cause instanceof GraphFault) return cause;
  if (!signedIn) return new GraphFault({ status: 0, code: 'noToken', kind: 'retry' });
  const code = neverSent(cause) ? 'notReached' : 'noAnswer';
  const kind: FaultKind = method === 'get' || code === 'notReached' ? 'retry' : 'unknown';
  return new GraphFault({ status: 0, code, kind });
}

/** No connection came about, so nothing left the machine. */
export const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function neverSent(cause: unknown): boolean {
  for (let at = cause, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    const { message } = at;
    const code = 'code' in at ? at.code : undefined;
    if (typeof code === 'string' && NEVER_SENT.has(code)) return true;
    if ([...NEVER_SENT].some((known) => message.includes(known))) return true;
  }
  return false;
}
