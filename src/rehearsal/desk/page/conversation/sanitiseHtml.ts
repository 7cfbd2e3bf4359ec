import { escapeHtml, safeUrl } from '../cards/markdown.ts';

const kept = new Set(
  'p br b strong i em u s ul ol li blockquote code pre span div table thead tbody tfoot tr th td caption hr h1 h2 h3 h4 h5 h6 dl dt dd sub sup'.split(
    ' ',
  ),
);
const gone = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'noscript',
  'form',
]);
const lone = new Set(['br', 'hr']);

/** Messages and mail as safe HTML: only plain text marks, lists, tables, links to the web and mentions come through, and
 * headings go two steps down because the desk has its own. `me` is the name whose mentions stand out. */
export function sanitiseHtml(html: string, me: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return inside(parsed.body, me);
}

function inside(node: Node, me: string): string {
  return [...node.childNodes].map((child) => one(child, me)).join('');
}

function one(node: Node, me: string): string {
  if (node instanceof Text) return escapeHtml(node.data);
  if (!(node instanceof Element)) return '';
  const tag = node.tagName.toLowerCase();
  if (gone.has(tag)) return '';
  if (isMention(node, tag)) return mention(node.textContent, me);
  if (tag === 'a') return anchor(node, me);
  if (tag === 'img') return escapeHtml(node.getAttribute('alt') ?? '');
  if (!kept.has(tag)) return inside(node, me);
  const level = /^h([1-6])$/.exec(tag);
  const drawn = level === null ? tag : `h${Math.min(Number(level[1]) + 2, 6)}`;
  return lone.has(tag) ? `<${drawn}>` : `<${drawn}${spans(node)}>${inside(node, me)}</${drawn}>`;
}

function isMention(node: Element, tag: string): boolean {
  return (
    tag === 'at' || (node.getAttribute('itemtype') ?? '').endsWith('/Mention') || node.classList.contains('mention')
  );
}

function mention(name: string, me: string): string {
  const mine = name.trim() !== '' && name.trim() === me;
  return `<span class="desk-mention${mine ? ' desk-mention-me' : ''}">${escapeHtml(name)}</span>`;
}

function anchor(node: Element, me: string): string {
  const url = safeUrl(node.getAttribute('href') ?? '');
  if (url === null) return inside(node, me);
  return `<a href="${escapeHtml(url)}" target="_blank" rel="noopener noreferrer">${inside(node, me)}</a>`;
}

function spans(node: Element): string {
  return ['colspan', 'rowspan']
    .filter((name) => /^\d{1,2}$/.test(node.getAttribute(name) ?? ''))
    .map((name) => ` ${name}="${node.getAttribute(name)}"`)
    .join('');
}
