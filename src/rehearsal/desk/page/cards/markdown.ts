/** Escapes text for HTML, quotes included. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A link that a card or message may carry: the web, mail, or a page of this server. Anything else is null. */
export function safeUrl(url: string): string | null {
  const plain = url.trim();
  return /^(https?:\/\/|mailto:)/i.test(plain) || /^\/(?!\/)/.test(plain) ? plain : null;
}

/** The part of Markdown that Teams draws in a card (bold, italic, links, lists, line breaks), as HTML that is safe by construction:
 * every character of the text is escaped, and only our own tags are added. */
export function cardMarkdown(text: string): string {
  const blocks: string[] = [];
  let lines: string[] = [];
  let list: { tag: 'ul' | 'ol'; start: number; items: string[] } | null = null;
  const endLines = (): void => {
    if (lines.length > 0) blocks.push(`<p>${lines.map(inline).join('<br>')}</p>`);
    lines = [];
  };
  const endList = (): void => {
    if (list !== null) {
      const start = list.tag === 'ol' && list.start !== 1 ? ` start="${list.start}"` : '';
      blocks.push(
        `<${list.tag}${start}>${list.items.map((item) => `<li>${inline(item)}</li>`).join('')}</${list.tag}>`,
      );
    }
    list = null;
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    const item = /^\s*(?:[-*+]|(\d{1,4})[.)])\s+(.+)$/.exec(line);
    if (item !== null) {
      endLines();
      const tag = item[1] === undefined ? 'ul' : 'ol';
      if (list !== null && (list as { tag: string }).tag !== tag) endList();
      list ??= { tag, start: Number(item[1] ?? 1), items: [] };
      list.items.push(item[2] ?? '');
    } else {
      endList();
      if (line.trim() === '') endLines();
      else lines.push(line);
    }
  }
  endLines();
  endList();
  return blocks.join('');
}

// Bounded, so that a text of nothing but opened marks costs no more than its length.
const strong = /^(\*\*|__)(?=\S)([\s\S]{0,800}?\S)\1/;
const emphasis = /^([*_])(?=\S)([\s\S]{0,800}?[^\s\\])\1(?![\p{L}\p{N}])/u;
const link = /^\[((?:\\.|[^\]\\])*)\]\(([^()\s]+)\)/;
const mention = /^<at>([\s\S]*?)<\/at>/i;

function inline(text: string): string {
  let out = '';
  let rest = text;
  while (rest !== '') {
    const [used, html] = piece(rest, out === '' ? ' ' : (text[text.length - rest.length - 1] ?? ' '));
    out += html;
    rest = rest.slice(used);
  }
  return out;
}

/** The next piece of a line: how many characters it took, and its HTML. */
function piece(rest: string, before: string): [number, string] {
  const escaped = /^\\([!-/:-@[-`{-~])/.exec(rest);
  if (escaped !== null) return [2, escapeHtml(escaped[1] ?? '')];
  const named = mention.exec(rest);
  if (named !== null) return [named[0].length, `<span class="desk-mention">${escapeHtml(named[1] ?? '')}</span>`];
  const linked = link.exec(rest);
  if (linked !== null) return [linked[0].length, anchor(linked[1] ?? '', linked[2] ?? '')];
  const wordBefore = /[\p{L}\p{N}]/u.test(before);
  const bold = wordBefore ? null : strong.exec(rest);
  if (bold !== null) return [bold[0].length, `<strong>${inline(bold[2] ?? '')}</strong>`];
  const italic = wordBefore ? null : emphasis.exec(rest);
  if (italic !== null) return [italic[0].length, `<em>${inline(italic[2] ?? '')}</em>`];
  return [1, escapeHtml(rest[0] ?? '')];
}

function anchor(label: string, url: string): string {
  const safe = safeUrl(url);
  const words = inline(label);
  return safe === null ? words : `<a href="${escapeHtml(safe)}" target="_blank" rel="noopener noreferrer">${words}</a>`;
}
