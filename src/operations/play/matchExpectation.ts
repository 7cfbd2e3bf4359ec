import type { PlayedCase } from '../../domain/told.ts';
import type { Expectation } from './expectation.ts';

/** Lists of objects: the keys by which an expected entry finds its like; `of` counts only where it is given. */
const KEYS: Record<string, readonly string[]> = {
  complaints: ['ref'],
  clocks: ['id', 'of'],
  returns: ['agency', 'kind'],
  updates: ['clock'],
  actions: ['id'],
  ladder: ['action', 'step'],
  refusals: ['step'],
  appeals: ['about', 'number'],
};
/** Lists of words that agree whole, in any order. Of the others at least the expected words must be there. */
const WHOLE = new Set(['victimCopy', 'panel.required', 'panel.missing']);

/** Every way in which the output falls short of what is expected; empty where all of it holds. `at` names the place in the file. */
export const shortfalls = (expected: Expectation, played: Partial<PlayedCase>, at: string): string[] =>
  ofObject(expected, played, '', at);

function ofObject(expected: object, actual: object | undefined, key: string, at: string): string[] {
  return Object.entries(expected).flatMap(([name, value]: [string, unknown]) => {
    const found = (actual as Record<string, unknown> | undefined)?.[name];
    return ofValue(value, found, key === '' ? name : `${key}.${name}`, `${at}.${name}`);
  });
}

function ofValue(expected: unknown, found: unknown, key: string, at: string): string[] {
  if (expected === undefined) return [];
  if (Array.isArray(expected)) {
    const list = Array.isArray(found) ? found : [];
    const keys = KEYS[key];
    // An expected empty list agrees only with an empty or missing one.
    if (expected.length === 0 && list.length > 0) return [`${at}: expected an empty list, found ${shown(found)}`];
    return keys === undefined ? ofWords(expected, list, key, at) : ofList(expected, list, keys, at);
  }
  if (typeof expected === 'object' && expected !== null) {
    return ofObject(expected, found as object | undefined, key, at);
  }
  const left = found === undefined || found === null || (Array.isArray(found) && found.length === 0);
  if (expected === found || (left && (expected === null || expected === false))) return [];
  return [`${at}: expected ${shown(expected)}, found ${left ? 'nothing' : shown(found)}`];
}

function ofWords(expected: readonly unknown[], found: readonly unknown[], key: string, at: string): string[] {
  const lacking = expected.filter((word) => !found.includes(word));
  const beyond = WHOLE.has(key) ? found.filter((word) => !expected.includes(word)) : [];
  return [
    ...lacking.map((word) => `${at}: expected ${shown(word)}, found ${shown(found)}`),
    ...beyond.map((word) => `${at}: ${shown(word)} was not expected`),
  ];
}

function ofList(
  expected: readonly unknown[],
  found: readonly unknown[],
  keys: readonly string[],
  at: string,
): string[] {
  return expected.flatMap((entry) => {
    const wanted = entry as Record<string, unknown>;
    const given = keys.filter((key) => wanted[key] !== undefined);
    const name = `${at}[${given.map((key) => String(wanted[key])).join(', ')}]`;
    const alike = found.filter((it) => given.every((key) => (it as Record<string, unknown>)[key] === wanted[key]));
    if (alike.length === 0) return [`${name}: expected, but the output has none`];
    // Without `of` several may bear the name: one that agrees will do.
    const faults = alike.map((it) => ofObject(wanted, it as object, 'entry', name));
    return faults.reduce((least, these) => (these.length < least.length ? these : least));
  });
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
