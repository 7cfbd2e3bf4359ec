import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { sizeOf, type Card } from '../../src/cards/render.ts';
import { DialogParams, VERBS, type Verb } from '../../src/cards/verbs.ts';
import { cardSamples } from '../support/cardSamples.ts';
import { NASTY, nastyStory } from '../support/nasty.ts';

interface Parser {
  AdaptiveCard: new () => {
    parse(json: unknown, context: unknown): void;
    validateProperties(): { validationEvents: { message: string }[] };
  };
  SerializationContext: new (version: unknown) => { eventCount: number; getEventAt(at: number): { message: string } };
  Versions: { v1_5: unknown };
}
const adaptive = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as Parser;

interface Node {
  [key: string]: unknown;
  type?: string;
  id?: string;
}
/** Every object of a card that has a type, fallbacks and all. */
function parts(node: unknown, found: Node[] = []): Node[] {
  if (Array.isArray(node)) node.forEach((one) => parts(one, found));
  else if (node !== null && typeof node === 'object') {
    const it = node as Node;
    if (typeof it.type === 'string' && it.type !== 'mention') found.push(it);
    Object.entries(it).forEach(([key, value]) =>
      key === 'data' || key === 'msteams' ? undefined : parts(value, found),
    );
  }
  return found;
}

function faults(card: Card): string[] {
  const context = new adaptive.SerializationContext(adaptive.Versions.v1_5);
  const parsed = new adaptive.AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  const all = [...events, ...parsed.validateProperties().validationEvents.map((event) => event.message)];
  // The renderer tests languages by a pattern that remembers its last match, and so refuses "en" every second time.
  return all.filter((message) => message !== 'Invalid value "en" for property "lang".');
}

const samples = cardSamples();
const out = process.env['CONVENE_CARDS_OUT'];
if (out) {
  mkdirSync(out, { recursive: true });
  for (const [name, card] of Object.entries(samples))
    writeFileSync(`${out}/${name}.json`, JSON.stringify(card, null, 2));
}

const nasty = NASTY.map((text) => {
  const { events, partnership } = nastyStory(text);
  return [text.slice(0, 20), cardSamples(events, partnership)] as const;
});
const all = [
  ...Object.entries(samples),
  ...nasty.flatMap(([text, cards]) =>
    Object.entries(cards).map(([name, card]) => [`${name} with ${text}`, card] as const),
  ),
];

describe('every card, at every point of the story and with every kind of text in it', () => {
  it('is read without a complaint by the renderer', () => {
    expect(all.map(([name, card]) => [name, faults(card)]).filter(([, found]) => found?.length)).toEqual([]);
  });
  it('stays under 28 KB', () => {
    expect(
      all.filter(([, card]) => sizeOf(card) >= 28 * 1024).map(([name, card]) => `${name}: ${sizeOf(card)}`),
    ).toEqual([]);
  });
  it('says its version, its language and what to do without it', () => {
    for (const [, card] of all)
      expect(card).toMatchObject({
        type: 'AdaptiveCard',
        version: '1.5',
        lang: 'en',
        fallbackText: expect.stringMatching(/\S/) as unknown,
      });
  });
  it('leaves nothing of its template behind', () => {
    for (const [name, card] of Object.entries(samples))
      expect(JSON.stringify(card), name).not.toMatch(/\$\{(?!evil)|\$data|\$when|undefined|\u200b|\[object/);
  });
  it('uses each id once and gives every input a label', () => {
    for (const [name, card] of all) {
      const ids = parts(card).flatMap((part) => part.id ?? []);
      expect(new Set(ids).size, name).toBe(ids.length);
      for (const input of parts(card).filter((part) => part.type?.startsWith('Input.')))
        expect(input['label'], name).toMatch(/\S/);
    }
  });
  it('sends only data that its verb or dialog accepts, and the same for clients that know no Execute', () => {
    for (const [name, card] of all) {
      for (const part of parts(card).filter((one) => one.type === 'Action.Execute')) {
        const data = part['data'] as object;
        expect(VERBS[part['verb'] as Verb]?.safeParse(data).success, `${name}: ${String(part['verb'])}`).toBe(true);
        const fallback = part['fallback'] as { data?: object } | undefined;
        if (fallback) expect(fallback.data, name).toEqual({ ...data, verb: part['verb'] });
      }
      for (const part of parts(card).filter((one) => one.type === 'Action.Submit')) {
        const data = part['data'] as { msteams?: { type: string }; verb?: string };
        if (data.verb === undefined) {
          expect(data.msteams, name).toEqual({ type: 'task/fetch' });
          expect(DialogParams.safeParse(data).success, `${name}: ${JSON.stringify(data)}`).toBe(true);
        }
      }
    }
  });
  it('gives each Execute on a button a Submit in its place', () => {
    for (const [name, card] of Object.entries(samples))
      for (const set of parts(card).filter((part) => part.type === 'ActionSet'))
        for (const action of (set['actions'] as Node[]).filter((one) => one.type === 'Action.Execute'))
          expect(action['fallback'], name).toMatchObject({ type: 'Action.Submit' });
  });
  it('shows at most two buttons in the foreground style and six in a row', () => {
    for (const [name, card] of Object.entries(samples))
      for (const set of parts(card).filter((part) => part.type === 'ActionSet')) {
        const actions = set['actions'] as Node[];
        expect(actions.filter((one) => one['style'] === 'positive').length, name).toBeLessThanOrEqual(1);
        expect(actions.length, name).toBeLessThanOrEqual(6);
      }
  });
  it('wraps every text, so that nothing breaks at 320 pixels', () => {
    for (const [name, card] of Object.entries(samples))
      for (const part of parts(card).filter((one) => one.type === 'TextBlock' && String(one['text']).length > 20))
        expect(part['wrap'], `${name}: ${String(part['text'])}`).toBe(true);
  });
  it('mentions nobody but those in its entities', () => {
    for (const [name, card] of all) {
      const entities = ((card['msteams'] as { entities?: { text: string }[] } | undefined)?.entities ?? []).map(
        (one) => one.text,
      );
      const texts = parts(card).flatMap((part) => (part.type === 'TextBlock' ? String(part['text']) : []));
      const mentioned = texts.flatMap((text) => text.match(/<at>[^<]*<\/at>/g) ?? []);
      expect(
        mentioned.filter((text) => !entities.includes(text)),
        name,
      ).toEqual([]);
      expect(
        entities.filter((text) => !mentioned.includes(text)),
        name,
      ).toEqual([]);
    }
  });
  it('never names the victim, whoever reads it', () => {
    for (const [name, card] of Object.entries(samples)) expect(JSON.stringify(card), name).not.toMatch(/Wren|Tallow/);
  });
});
