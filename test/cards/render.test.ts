import { describe, expect, it } from 'vitest';
import { say } from '../../src/cards/escape.ts';
import { cut, renderCard } from '../../src/cards/render.ts';

const notice = (text: string) =>
  renderCard('notice', {
    fallback: text,
    head: say`${text}`,
    colour: 'Default',
    lines: [],
    topics: [],
    buttons: [],
    foot: '',
  });
const head = (card: Record<string, unknown>) => (card['body'] as { text: string }[])[0]?.text;

describe('drawing a template', () => {
  it('leaves an expression inside data as text', () => {
    expect(head(notice('${evil}'))).toBe('${evil}');
    expect(head(notice('${if(true, json("{}"), 1)}'))).toBe('${if(true, json("{}"), 1)}');
  });
  it('keeps text that looks like something else', () => {
    for (const text of ['true', '123', '{"a":1}', '"quoted"', 'back\\\\slash', "it's"]) {
      expect(typeof head(notice(text))).toBe('string');
    }
    expect(head(notice('true'))).toBe('true');
    expect(head(notice("it's"))).toBe("it's");
  });
  it('turns absent and null values into empty text', () => {
    const card = renderCard('notice', { fallback: null, head: undefined, lines: [], topics: [], buttons: [] });
    expect(JSON.stringify(card)).not.toContain('${');
    expect(head(card)).toBe('');
  });
  it('draws the same template again with other data', () => {
    expect([head(notice('one')), head(notice('two'))]).toEqual(['one', 'two']);
  });
  it('cuts a long list and counts the rest, but never hides a single row behind "and 1 more"', () => {
    expect(cut([1, 2, 3, 4], 2)).toEqual({ shown: [1, 2], more: 2 });
    expect(cut([1, 2, 3], 2)).toEqual({ shown: [1, 2, 3], more: 0 });
  });
});
