import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { FORMS } from '../../../src/cards/forms/index.ts';
import { isInput } from '../../../src/cards/forms/fields.ts';
import { sizeOf, type Card } from '../../../src/cards/render.ts';
import { DIALOGS, DialogParams } from '../../../src/cards/verbs.ts';
import { elements } from '../../bot/support/reading.ts';
import { NASTY, nastyStory } from '../../support/nasty.ts';
import { contextOf, dialogSamples } from './samples.ts';

interface Parser {
  AdaptiveCard: new () => {
    parse(json: unknown, context: unknown): void;
    validateProperties(): { validationEvents: { message: string }[] };
  };
  SerializationContext: new (version: unknown) => { eventCount: number; getEventAt(at: number): { message: string } };
  Versions: { v1_5: unknown };
}
const adaptive = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as Parser;

function faults(card: Card): string[] {
  const context = new adaptive.SerializationContext(adaptive.Versions.v1_5);
  const parsed = new adaptive.AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  const all = [...events, ...parsed.validateProperties().validationEvents.map((event) => event.message)];
  // The renderer tests languages by a pattern that remembers its last match, and so refuses "en" every second time.
  return all.filter((message) => message !== 'Invalid value "en" for property "lang".');
}

const samples = dialogSamples();
const out = process.env['CONVENE_CARDS_OUT'];
if (out) {
  mkdirSync(out, { recursive: true });
  for (const [name, { card }] of Object.entries(samples))
    writeFileSync(`${out}/dialog-${name}.json`, JSON.stringify(card, null, 2));
}
const nasty = NASTY.flatMap((text) =>
  Object.entries(dialogSamples(nastyStory(text))).map(
    ([name, it]) => [`${name} with ${text.slice(0, 20)}`, it] as const,
  ),
);
const all = [...Object.entries(samples), ...nasty];
const inputsOf = (card: Card) => elements(card, (one) => String(one['type']).startsWith('Input.'));

describe('every dialog, with every kind of text in it', () => {
  it('is read without a complaint by the renderer', () => {
    expect(all.map(([name, { card }]) => [name, faults(card)]).filter(([, found]) => found?.length)).toEqual([]);
  });
  it('stays under 28 KB', () => {
    expect(
      all.filter(([, { card }]) => sizeOf(card) >= 28 * 1024).map(([name, { card }]) => `${name}: ${sizeOf(card)}`),
    ).toEqual([]);
  });
  it('leaves nothing of its template behind', () => {
    for (const [name, { card }] of Object.entries(samples))
      expect(JSON.stringify(card), name).not.toMatch(/\$\{(?!evil)|\$data|\$when|undefined|\[object|NaN/);
  });
  it('labels each input, and uses each id once and none that the dialog needs itself', () => {
    const reserved = Object.keys(DialogParams.shape);
    for (const [name, { card }] of all) {
      const ids = inputsOf(card).map((one) => String(one['id']));
      expect(new Set(ids).size, name).toBe(ids.length);
      expect(
        ids.filter((id) => reserved.includes(id)),
        name,
      ).toEqual([]);
      for (const input of inputsOf(card)) expect(input['label'], name).toMatch(/\S/);
    }
  });
  it('sends data that the door accepts, from every button', () => {
    for (const [name, { card }] of all)
      for (const button of elements(card, (one) => one['type'] === 'Action.Submit'))
        expect(DialogParams.safeParse(button['data']).success, `${name}: ${JSON.stringify(button['data'])}`).toBe(true);
  });
  it('shows at most six buttons in a row, and one of them in front', () => {
    for (const [name, { card }] of all) {
      const rows = elements(card['body'], (one) => one['type'] === 'ActionSet').map((one) => one['actions'] as Card[]);
      for (const row of rows) {
        expect(row.length, name).toBeLessThanOrEqual(6);
        expect(row.filter((one) => one['style'] === 'positive').length, name).toBeLessThanOrEqual(1);
      }
    }
  });
  it('names the victim in none but the letter and the application', () => {
    for (const [name, { card }] of Object.entries(samples))
      if (!name.startsWith('letter')) expect(JSON.stringify(card), name).not.toMatch(/Wren|Tallow/);
  });
});

describe('every form', () => {
  it.each(DIALOGS)('%s keeps what was typed and shows each message at its field', (dialog) => {
    const form = FORMS[dialog];
    const ctx = contextOf(dialog);
    const fields = form.fields(ctx, form.start?.(ctx) ?? {}).filter(isInput);
    const texts = fields.filter((field) => field.kind === 'text' || field.kind === 'multiline');
    const values = Object.fromEntries(texts.map((field) => [field.name, 'abc']));
    const errors = Object.fromEntries(fields.map((field) => [field.name, `wrong ${field.name}`]));
    const drawn = dialogSamples({ values, errors })[dialog];
    for (const field of texts)
      expect(inputsOf(drawn?.card ?? {}).find((one) => one['id'] === field.name)?.['value'], field.name).toBe('abc');
    const messages = elements(drawn?.card, (one) => one['color'] === 'Attention').map((one) => String(one['text']));
    expect(messages.filter((text) => text.startsWith('wrong'))).toHaveLength(fields.length);
  });
});
