import type { Side } from '../faults.ts';
import { newId } from '../identifiers.ts';

/** An error as each service words it. */
export function errorBody(side: Side, code: string, message: string, at: Date): unknown {
  if (side === 'connector') return { error: { code, message } };
  const requestId = newId();
  const date = at.toISOString().slice(0, 19);
  return { error: { code, message, innerError: { date, 'request-id': requestId, 'client-request-id': requestId } } };
}
