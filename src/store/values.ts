/** Type numbers of PostgreSQL whose values the two drivers would read differently if left alone. */
const INT8 = 20;
const DATE = 1082;

const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`whole number out of range: ${text}`);
  return value;
};

/** How both drivers read a value: a date stays the ISO string, a big integer is a safe number or a fault. */
export const PARSERS: Record<number, (text: string) => unknown> = { [INT8]: safeInteger, [DATE]: (text) => text };

/** PostgreSQL cannot hold a NUL or half a surrogate pair in text: they are dropped or replaced rather than lose a save. */
const storable = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\u0000', '');

/** Two keys that become one by it stay two. */
function withStorableKeys(part: object): object {
  const taken = new Set(Object.keys(part));
  const kept = Object.entries(part).map(([key, value]: [string, unknown]) => {
    let named = storable(key);
    while (named !== key && taken.has(named)) named += '\uFFFD';
    taken.add(named);
    return [named, value];
  });
  return Object.fromEntries(kept) as object;
}

/** What JSON writes for a NUL or half a pair. A text that merely speaks of one is looked at more closely, and left alone. */
const DOUBTFUL = /\\u(?:0000|d[89a-f])/i;

/** A value as JSON text that jsonb accepts; `undefined` becomes null. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value ?? null);
  if (!DOUBTFUL.test(text)) return text;
  return JSON.stringify(value ?? null, (_key, part: unknown) => {
    if (typeof part === 'string') return storable(part);
    return part !== null && typeof part === 'object' && !Array.isArray(part) ? withStorableKeys(part) : part;
  });
}

/** JSON with the keys of every object in one order, so that equal values have equal text whichever store held them. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(JSON.parse(jsonText(value)), (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
