import { expect, it } from 'vitest';
import { consoleToLog } from '../src/consoleToLog.ts';
import { makeLog } from '../src/log.ts';

it('what a library writes to the console becomes one line of the log each, without its words; a flood becomes a number', () => {
  const lines: string[] = [];
  const log = makeLog('info', { write: (line: string) => void lines.push(line) });
  const silent = (..._words: unknown[]): void => undefined;
  const sink = { error: silent, warn: silent, log: silent, info: silent };
  let at = 0;
  const restore = consoleToLog(log, sink, () => at);
  sink.error('Error finding key for token. Available keys: -----BEGIN RSA PUBLIC KEY-----\nMIIB…\n');
  sink.warn(new TypeError('jwt of Elsie Example'));
  sink.log('Elsie Example', { name: 'Elsie Example' });
  for (let more = 0; more < 997; more += 1) sink.error('flood');
  at = 59_999;
  sink.error('still the same minute');
  at = 60_000;
  sink.error('the next minute');
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(told.map(({ event, reason, count }) => [event, reason ?? count])).toEqual([
    ['librarySaid', 'unknownTokenKey'],
    ['librarySaid', undefined],
    ['librarySaid', undefined],
    ['librarySaid', undefined],
    ['librarySaid', undefined],
    ['librarySaidMore', 996],
    ['librarySaid', undefined],
  ]);
  expect(told[1]).toMatchObject({ fault: { name: 'TypeError' } });
  expect(lines.join()).not.toMatch(/Elsie|BEGIN|flood/);
  for (const line of lines) expect(line.trimEnd()).not.toContain('\n');
  restore();
  expect(sink.error).toBe(silent);
});
