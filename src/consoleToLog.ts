import type { Log } from './log.ts';

const WINDOW_MS = 60_000;
const LINES = 5;

/** What the bot SDK says of a token signed by a key that its issuer does not have, followed by the keys in many lines. */
const UNKNOWN_KEY = /^Error finding key for token/;

type Sink = Pick<Console, 'error' | 'warn' | 'log' | 'info'>;

/**
 * Leads what libraries write to the console into the log: one line each, reduced to its kind, because anybody can make the
 * bot SDK write by sending a bad token. After five lines in a minute only their number is told. The answer puts the console
 * back. `now` in milliseconds.
 */
export function consoleToLog(
  log: Pick<Log, 'warn'>,
  sink: Sink,
  now: () => number = () => performance.now(),
): () => void {
  const { error, warn, log: written, info } = sink;
  let from = now();
  let said = 0;
  const say = (first: unknown): void => {
    if (now() - from >= WINDOW_MS) {
      if (said > LINES) log.warn({ event: 'librarySaidMore', count: said - LINES });
      from = now();
      said = 0;
    }
    said += 1;
    if (said > LINES) return;
    const reason = typeof first === 'string' && UNKNOWN_KEY.test(first) ? 'unknownTokenKey' : undefined;
    log.warn({ event: 'librarySaid', reason, ...(first instanceof Error ? { error: first } : {}) });
  };
  Object.assign(sink, { error: say, warn: say, log: say, info: say });
  return () => {
    Object.assign(sink, { error, warn, log: written, info });
  };
}
