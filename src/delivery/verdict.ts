import { GraphFault, type FaultKind } from '../graph/fault.ts';
import type { Service } from './gates.ts';
import { TeamsFault } from './teamsFault.ts';
import { Undeliverable, WaitsForPerson } from './undeliverable.ts';
import { ofOneMessage, plainWords } from './plainWords.ts';

/**
 * Whom a fault concerns. `message`: this one alone, it will not go out. `place`: something that a person must mend (a
 * permission, a channel, a mailbox); it waits and is told at once. `service`: the other side as a whole, it comes back by
 * itself and is told where that takes long. `own`: a fault of ours.
 */
export type Concerns = 'message' | 'place' | 'service' | 'own';

/** What a failed send means for its lane. `words` are for the coordinator: plain, and naming no person, address, harm or health. */
export interface Verdict {
  kind: FaultKind;
  concerns: Concerns;
  code: string;
  words: string;
  /** The whole of this service is away, for every lane alike. */
  away?: Service;
  service?: Service;
  /** Asked for by the other side; the whole lane waits that long. */
  retryAfterMs?: number;
  status?: number;
  requestId?: string;
}

/** Reads any error of a sender. What is not a known fault is a fault of ours: tried again, because a repair may come. */
export function verdictOf(error: unknown): Verdict {
  if (error instanceof Undeliverable)
    return { kind: 'refused', concerns: 'message', code: error.code, words: error.message };
  if (error instanceof WaitsForPerson)
    return { kind: 'retry', concerns: 'place', code: error.code, words: error.message };
  if (error instanceof TeamsFault || error instanceof GraphFault) return verdictOfFault(error);
  const name = error instanceof Error ? error.name : 'unknown';
  const words = 'Convene met an error of its own while sending this.';
  return { kind: 'retry', concerns: 'own', code: `internal:${name}`, words };
}

/** Nothing was sent, and nothing else will be before the service is back. */
const AWAY = new Set(['noToken', 'notReached']);

function verdictOfFault(error: TeamsFault | GraphFault): Verdict {
  const service = error instanceof TeamsFault ? 'Teams' : 'Microsoft 365';
  const { kind, code, status } = error;
  const requestId = error instanceof GraphFault ? error.requestId : undefined;
  return {
    kind,
    concerns: concernsOf(kind, status, code),
    code,
    words: plainWords(service, status, code),
    status,
    service,
    ...(AWAY.has(code) || status === 401 ? { away: service } : {}),
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

function concernsOf(kind: FaultKind, status: number, code: string): Concerns {
  if (kind === 'retry' || kind === 'unknown') return code === 'noServiceUrl' ? 'place' : 'service';
  if (kind === 'lag') return 'place';
  return status === 403 && !ofOneMessage(code) ? 'place' : 'message';
}
