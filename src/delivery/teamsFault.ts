import { NEVER_SENT } from '../graph/client.ts';
import { retryAfter, type FaultKind } from '../graph/fault.ts';

/** A Bot Connector call that did not succeed. Its text carries status and code only. */
export class TeamsFault extends Error {
  override readonly name = 'TeamsFault';
  readonly status: number;
  readonly code: string;
  readonly kind: FaultKind;
  readonly retryAfterMs: number | undefined;

  constructor(told: { status: number; code: string; kind: FaultKind; retryAfterMs?: number }) {
    super(`Teams answered ${String(told.status)} ${told.code}`);
    this.status = told.status;
    this.code = told.code;
    this.kind = told.kind;
    this.retryAfterMs = told.retryAfterMs;
  }
}

/** The shape in which the SDK throws; read as data, because two copies of its class may be loaded. */
interface Thrown {
  statusCode?: unknown;
  code?: unknown;
  response?: { bodyAsText?: unknown; headers?: { get(name: string): string | undefined } };
}
/** Reads what the SDK threw. Codes as Teams documents them for bots. */
export function teamsFaultOf(error: unknown): TeamsFault {
  if (error instanceof TeamsFault) return error;
  const thrown = (typeof error === 'object' && error !== null ? error : {}) as Thrown;
  if (typeof thrown.statusCode !== 'number') {
    const code = typeof thrown.code === 'string' ? thrown.code : '';
    return NEVER_SENT.has(code)
      ? new TeamsFault({ status: 0, code: 'notReached', kind: 'retry' })
      : new TeamsFault({ status: 0, code: 'noAnswer', kind: 'unknown' });
  }
  const status = thrown.statusCode;
  const code = codeIn(thrown.response?.bodyAsText) ?? `http${String(status)}`;
  const headers = thrown.response?.headers;
  const wait = retryAfter(headers?.get('retry-after') ?? null, headers?.get('date') ?? null);
  return new TeamsFault({
    status,
    code,
    kind: kindOf(status, code),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

function codeIn(body: unknown): string | undefined {
  if (typeof body !== 'string') return undefined;
  try {
    const { error } = JSON.parse(body) as { error?: { code?: unknown; message?: unknown } };
    // The roster and block codes may come as a sub-code inside the text of a general one.
    const text = typeof error?.message === 'string' ? error.message : '';
    const named = /BotNotInConversationRoster|MessageWritesBlocked|BotDisabledByAdmin|ConversationBlockedByUser/.exec(
      text,
    );
    return named?.[0] ?? (typeof error?.code === 'string' ? error.code : undefined);
  } catch {
    return undefined;
  }
}

function kindOf(status: number, code: string): FaultKind {
  // Just after a channel was made or the app was enabled, Teams does not know the bot there yet.
  if (code === 'BotNotInConversationRoster' || status === 404) return 'lag';
  if (status === 401 || status === 408 || status === 412 || status === 429 || status === 503) return 'retry';
  if (status >= 500) return 'unknown';
  return 'refused';
}
