/**
 * Text on its way into a card. Whatever people typed becomes `Markup` exactly once, here: the type keeps raw text out of
 * places that read Markdown, and keeps escaped text from being escaped again.
 */

/** Text that is safe to stand where a card reads Markdown. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toJSON(): string {
    return this.text;
  }
  toString(): string {
    return this.text;
  }
}

type Part = string | number | Markup;

/** Longest piece of people's text inside a sentence, in characters; longer ones say so by an ellipsis. */
const LONGEST = 240;

/** Our words with theirs in between: strings are escaped and shortened, `Markup` stands as it is. */
export function say(words: TemplateStringsArray, ...parts: Part[]): Markup {
  let out = words[0] ?? '';
  parts.forEach((part, at) => {
    out += part instanceof Markup ? part.text : escapeMarkdown(shorten(String(part), LONGEST));
    out += words[at + 1] ?? '';
  });
  return new Markup(out.trim());
}

/** A longer text of people, kept to `limit` characters, its line breaks kept. */
export const passage = (value: string, limit: number): Markup => new Markup(escapeMarkdown(shorten(value, limit)));

export const joined = (parts: readonly Markup[], between: string): Markup =>
  new Markup(parts.map((part) => part.text).join(between));

/** For places that do not read Markdown (button titles, fallback text, message previews): one line, nothing live. */
export const plain = (value: string, limit = LONGEST): string =>
  disarm(shorten(value, limit)).replace(/\s+/g, ' ').trim();

/** Cuts after `limit` characters (never inside one) and says so. */
export function shorten(value: string, limit: number): string {
  if (value.length <= limit) return value;
  const characters = [...value.slice(0, limit * 2 + 2)];
  return characters.length <= limit
    ? value
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

/**
 * Markdown's live characters lose their meaning by a backslash; so do marks that begin a list, heading or quotation.
 * `<at>` and `{{DATE()}}`, which a client replaces before it reads Markdown, are broken by a zero-width space.
 */
function escapeMarkdown(value: string): string {
  return disarm(value)
    .replace(/[\\`*[\]~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(\s*)([#>+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/\n+/g, '\n\n');
}

/** Control and direction-changing characters go; what a client would replace by itself is broken. */
function disarm(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/<(?=[a-z/!?])/gi, '<\u200b')
    .replace(/\{(?=\{)/g, '{\u200b');
}

/** Markup said without its marks, for places that read no Markdown. */
export const spoken = (markup: Markup, limit = LONGEST): string =>
  plain(markup.text.replace(/\*\*/g, '').replace(/\\(.)/g, '$1'), limit);
