import { createRequire } from 'node:module';

/** An Adaptive Card as JSON. */
export type Card = Record<string, unknown>;

interface TemplateClass {
  new (payload: unknown): { expand(context: { $root: unknown }): unknown };
}
// The library's own type declarations pull in a raw .ts file of another package, which strict compilers refuse.
const load = createRequire(import.meta.url);
const templating = load('adaptivecards-templating') as {
  Template: TemplateClass;
  GlobalSettings: { getUndefinedFieldValueSubstitutionString: (path: string) => string };
};
// A field that the data lacks shows nothing, where the library would leave `${field}` on the card. It takes no empty text for an answer.
templating.GlobalSettings.getUndefinedFieldValueSubstitutionString = () => '\u200b';

const prepared = new Map<string, InstanceType<TemplateClass>>();

/** Largest card that is sent, in bytes of JSON; Teams takes about 28 KB before it slows or refuses. */
export const LARGEST = 28 * 1024 - 512;

/**
 * Draws `adaptive-cards/<name>.json` with this data. Expanded once, so `${…}` inside data stays text; null and absent
 * values become empty text. Texts of people must come as Markup (escape.ts) where the template shows them.
 */
export function renderCard(name: string, data: object): Card {
  let template = prepared.get(name);
  if (!template) {
    template = new templating.Template(load(`../../adaptive-cards/${name}.json`));
    prepared.set(name, template);
  }
  const safe: unknown = JSON.parse(JSON.stringify(data, (_key, value: unknown) => value ?? ''));
  return template.expand({ $root: safe }) as Card;
}

export const sizeOf = (card: Card): number => Buffer.byteLength(JSON.stringify(card), 'utf8');

/** How much a card may show: rows of each list, characters of each longer text. */
export interface Limits {
  rows: number;
  characters: number;
}
const LEVELS: Limits[] = [
  { rows: 12, characters: 600 },
  { rows: 8, characters: 300 },
  { rows: 5, characters: 160 },
  { rows: 3, characters: 80 },
  { rows: 1, characters: 40 },
];

/** The fullest drawing that still fits. */
export function fitted(draw: (limits: Limits) => Card): Card {
  let card: Card = {};
  for (const limits of LEVELS) {
    card = draw(limits);
    if (sizeOf(card) < LARGEST) return card;
  }
  return card;
}

/** The first `rows` of a list and how many were left out. */
export function cut<T>(list: readonly T[], rows: number): { shown: T[]; more: number } {
  return list.length <= rows + 1
    ? { shown: [...list], more: 0 }
    : { shown: list.slice(0, rows), more: list.length - rows };
}
export const andMore = (more: number): string => (more > 0 ? `and ${more} more` : '');
