import { describe, expect, it } from 'vitest';
import { cardMarkdown, safeUrl } from '../../src/rehearsal/desk/page/cards/markdown.ts';

describe('The Markdown of a card on the desk', () => {
  it.each([
    ['**bold** and __bold__', '<p><strong>bold</strong> and <strong>bold</strong></p>'],
    ['*slanted* and _slanted_', '<p><em>slanted</em> and <em>slanted</em></p>'],
    ['one\ntwo\n\nthree', '<p>one<br>two</p><p>three</p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['Read:\n- a', '<p>Read:</p><ul><li>a</li></ul>'],
    ['<at>Casimir Thripp</at>, please', '<p><span class="desk-mention">Casimir Thripp</span>, please</p>'],
  ])('draws %j as Teams does', (text, html) => {
    expect(cardMarkdown(text)).toBe(html);
  });

  it.each([
    ['# Heading', '<p># Heading</p>'],
    ['<b onclick="x()">no</b>', '<p>&#60;b onclick=&#34;x()&#34;&#62;no&#60;/b&#62;</p>'],
    ['[press](javascript:alert)', '<p>press</p>'],
    ['[press](//elsewhere.example)', '<p>press</p>'],
    ['1 * 2 * 3', '<p>1 * 2 * 3</p>'],
    ['case_file_name', '<p>case_file_name</p>'],
    ['\\*not slanted\\* \\[not a link\\](x)', '<p>*not slanted* [not a link](x)</p>'],
    ['<at><img src=x></at>', '<p><span class="desk-mention">&#60;img src=x&#62;</span></p>'],
  ])('leaves %j as plain words', (text, html) => {
    expect(cardMarkdown(text)).toBe(html);
  });

  it('opens links of the web and of this server in a window of their own', () => {
    expect(cardMarkdown('[the form](/forms/a?b=1&c=2)')).toBe(
      '<p><a href="/forms/a?b=1&#38;c=2" target="_blank" rel="noopener noreferrer">the form</a></p>',
    );
    expect(safeUrl('mailto:team@nonesuch.example')).toBe('mailto:team@nonesuch.example');
    expect(safeUrl('data:text/html,x')).toBeNull();
  });

  it('takes long text with unclosed marks in its stride', () => {
    const text = '**a '.repeat(2000);
    expect(cardMarkdown(text)).toContain('**a');
  });
});
