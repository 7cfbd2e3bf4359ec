import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Fields that may leave. Everything else is dropped, so that a name or a sentence cannot slip out in a new field. */
const ALLOWED = new Set([
  'event',
  'caseId',
  'correlation',
  'kind',
  'lane',
  'key',
  'code',
  'rule',
  'status',
  'ms',
  'attempts',
  'verb',
  'count',
  'port',
  'store',
  'day',
  'fault',
  'operation',
  'requestId',
  'retryAfterMs',
  'version',
  'reason',
]);

/**
 * A structured log that knows which fields never leave: names, addresses, harm and health have no field here, and an
 * error is reduced to its class and code, because messages quote what people typed.
 */
export function makeLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: null, formatters: { log: onlyAllowed } };
  return destination ? pino(options, destination) : pino(options);
}

function onlyAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'error' || name === 'err') out['fault'] = faultOf(value);
    else if (ALLOWED.has(name)) out[name] = value;
  }
  return out;
}

/** Class, code and the frames of ours: enough to find the place, nothing of what was said. */
function faultOf(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.includes('/src/'))
    .slice(0, 5);
  return {
    name: error.name,
    code,
    at: at.map((line) =>
      line
        .trim()
        .replace(/^at /, '')
        .replace(/file:\/\/.*\/src\//, 'src/'),
    ),
  };
}
