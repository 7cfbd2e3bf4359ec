import { describe, expect, it } from 'vitest';
import { say, passage, plain, shorten } from '../../src/cards/escape.ts';

describe('people’s text on its way into a card', () => {
  it('loses the meaning of Markdown, once', () => {
    expect(say`${'[x](http://a)'}`.text).toBe('\\[x\\](http://a)');
    expect(say`${'**bold** _sly_ `code` ~~gone~~'}`.text).toBe(
      '\\*\\*bold\\*\\* \\_sly\\_ \\`code\\` \\~\\~gone\\~\\~',
    );
    expect(say`${say`${'*'}`}`.text).toBe('\\*');
  });
  it('keeps our own marks around it', () => {
    expect(say`**${'a*b'}** by ${3}`.text).toBe('**a\\*b** by 3');
  });
  it('leaves an underscore inside a word alone', () => {
    expect(say`${'case_ref'}`.text).toBe('case_ref');
  });
  it('cannot begin a list, a heading or a quotation', () => {
    expect(passage('- one\n1. two\n# three\n> four', 100).text).toBe('\\- one\n\n1\\. two\n\n\\# three\n\n\\> four');
  });
  it('cannot mention anybody or format a date on the client', () => {
    expect(say`${'<at>Somebody</at>'}`.text).not.toMatch(/<\/?at>/);
    expect(say`${'{{DATE(2026-01-01T00:00:00Z)}}'}`.text).not.toContain('{{');
    expect(plain('<at>Somebody</at>')).not.toMatch(/<\/?at>/);
  });
  it('loses control characters and marks that turn the reading direction', () => {
    expect(say`${'a\u0000b\u202ec'}`.text).toBe('a b c');
    expect(plain('one\r\ntwo')).toBe('one two');
  });
  it('is cut by whole characters and says so', () => {
    expect(shorten('abcdef', 4)).toBe('abc…');
    expect(shorten('😀😀😀😀', 3)).toBe('😀😀…');
    expect(shorten('😀😀😀', 3)).toBe('😀😀😀');
    expect([...say`${'x'.repeat(10_000)}`.text].length).toBeLessThan(300);
  });
  it('survives half of a character pair', () => {
    expect(JSON.stringify(say`${'a\ud83d'}`)).toBe('"a\ufffd"');
  });
});
