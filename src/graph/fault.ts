import { z } from 'zod/v4';

/**
 * What a failed call means for whoever asked:
 * `retry` nothing was done, try later; `lag` not there yet just after a create; `refused` will not heal by itself;
 * `unknown` the answer was lost, so it may have been done.
 */
export type FaultKind = 'retry' | 'lag' | 'refused' | 'unknown';

/** A call to Graph that did not succeed. Its text carries status and codes only, never what was sent or what Graph said. */
export class GraphFault extends Error {
  override readonly name = 'GraphFault';
  readonly status: number;
  readonly code: string;
  readonly kind: FaultKind;
  readonly retryAfterMs: number | undefined;
  readonly requestId: string | undefined;

  constructor(told: { status: number; code: string; kind: FaultKind; retryAfterMs?: number; requestId?: string }) {
    const trace = told.requestId === undefined ? '' : `, request ${told.requestId}`;
    super(`Graph answered ${String(told.status)} ${told.code}${trace}`);
    this.status = told.status;
    this.code = told.code;
    this.kind = told.kind;
    this.retryAfterMs = told.retryAfterMs;
    this.requestId = told.requestId;
  }
}

interface ErrorNode {
  code?: string | undefined;
  message?: string | undefined;
  'request-id'?: string | undefined;
  innerError?: ErrorNode | undefined;
  innererror?: ErrorNode | undefined;
}
const Node: z.ZodType<ErrorNode> = z.lazy(() =>
  z.looseObject({
    code: z.string().optional(),
    message: z.string().optional(),
    'request-id': z.string().optional(),
    innerError: Node.optional(),
    innererror: Node.optional(),
  }),
);
const ErrorBody = z.looseObject({ error: Node });

/** Reads an error answer: the innermost code it names, Retry-After in both its forms (seconds with a fraction, or a date). */
export function faultOf(status: number, headers: Headers, body: unknown): GraphFault {
  const parsed = ErrorBody.safeParse(body);
  const { codes, requestId } = parsed.success ? walk(parsed.data.error) : { codes: [], requestId: undefined };
  // A name already taken is told in the text alone by some tenants.
  const taken = parsed.success && /name already exist/i.test(parsed.data.error.message ?? '');
  const code = taken ? 'NameAlreadyExists' : (codes.at(-1) ?? `http${String(status)}`);
  const wait = retryAfter(headers.get('retry-after'), headers.get('date'));
  const request = requestId ?? headers.get('request-id') ?? undefined;
  return new GraphFault({
    status,
    code,
    kind: kindOf(status),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    ...(request === undefined ? {} : { requestId: request }),
  });
}

function walk(node: ErrorNode): { codes: string[]; requestId: string | undefined } {
  const inner = node.innerError ?? node.innererror;
  const below = inner === undefined ? { codes: [], requestId: undefined } : walk(inner);
  return {
    codes: [...(node.code === undefined ? [] : [node.code]), ...below.codes],
    requestId: below.requestId ?? node['request-id'],
  };
}

function kindOf(status: number): FaultKind {
  if (status === 404) return 'lag';
  if (status === 401 || status === 408 || status === 409 || status === 412 || status === 423 || status === 429)
    return 'retry';
  // A gateway that gave up does not know whether the work was done.
  if (status === 500 || status === 502 || status === 504) return 'unknown';
  return status >= 500 ? 'retry' : 'refused';
}

/** No lane waits longer because the other side asked: what it said may be old by then. */
const LONGEST_MS = 3_600_000;
/** Nobody means this: a header so large was made by mistake, and says nothing. */
const NONSENSE_MS = 86_400_000;

/**
 * Milliseconds to wait, an hour at the most; undefined where the header is absent, unreadable or nonsense (more than a day).
 * A date is held against the answer's own `Date`.
 */
export function retryAfter(header: string | null, answeredAt: string | null): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - Date.parse(answeredAt ?? '') : Math.ceil(seconds * 1000);
  if (Number.isNaN(wait) || wait > NONSENSE_MS) return undefined;
  return Math.min(Math.max(0, wait), LONGEST_MS);
}
