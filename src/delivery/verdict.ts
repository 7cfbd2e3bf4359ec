import { GraphFault, type FaultKind } from '../graph/fault.ts';
import { TeamsFault } from './teamsFault.ts';
import { Undeliverable } from './undeliverable.ts';
import { plainWords } from './plainWords.ts';

/** What a failed send means for its lane. `words` are for the coordinator: plain, and naming no person, address, harm or health. */
export interface Verdict {
  kind: FaultKind;
  code: string;
  words: string;
  /** Asked for by the other side; the whole lane waits that long. */
  retryAfterMs?: number;
  status?: number;
  requestId?: string;
}

/** Reads any error of a sender. What is not a known fault is a fault of ours: tried again, because a repair may come. */
export function verdictOf(error: unknown): Verdict {
  if (error instanceof Undeliverable) return { kind: 'refused', code: error.code, words: error.message };
  if (error instanceof TeamsFault || error instanceof GraphFault) {
    const side = error instanceof TeamsFault ? 'Teams' : 'Microsoft 365';
    return {
      kind: error.kind,
      code: error.code,
      words: plainWords(side, error.status, error.code),
      status: error.status,
      ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
      ...(error instanceof GraphFault && error.requestId !== undefined ? { requestId: error.requestId } : {}),
    };
  }
  const name = error instanceof Error ? error.name : 'unknown';
  return { kind: 'retry', code: `internal:${name}`, words: 'Convene met an error of its own while sending this.' };
}
