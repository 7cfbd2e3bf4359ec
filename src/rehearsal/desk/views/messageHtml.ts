import type { Content } from '../../state/records.ts';
import { escapeHtml } from '../../teamwork/html.ts';

/**
 * The words of a message as safe HTML: everything is escaped first, then the few marks that Teams honours are put back
 * (mentions, bold, italic, links to the web, line breaks). Messages in Teams' own XML lose all tags but those.
 */
export function messageHtml(content: Content): string {
  const escaped = escapeHtml(content.text).trim();
  if (escaped === '') return '';
  const mentions = escaped.replace(
    /&lt;at(?: id=&quot;[^&]*&quot;)?&gt;(.*?)&lt;\/at&gt;/g,
    '<span class="mention">$1</span>',
  );
  const marked =
    content.textFormat === 'xml'
      ? fromXml(mentions)
      : content.textFormat === 'plain'
        ? mentions
        : fromMarkdown(mentions);
  return marked.replaceAll('\n', '<br>');
}

function fromMarkdown(escaped: string): string {
  return escaped
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])_([^_]+)_(?=$|[\s).,;:!?])/g, '$1<em>$2</em>')
    .replace(/\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g, '<a href="$2" rel="noreferrer">$1</a>');
}

function fromXml(escaped: string): string {
  return escaped
    .replace(/&lt;(\/?)(b|strong|i|em|p|ul|ol|li)&gt;/g, '<$1$2>')
    .replace(/&lt;br ?\/?&gt;/g, '<br>')
    .replace(
      /&lt;a href=&quot;(https?:\/\/[^\s<>]*?)&quot;&gt;(.*?)&lt;\/a&gt;/g,
      '<a href="$1" rel="noreferrer">$2</a>',
    )
    .replace(/&lt;\/?[a-z][^<>]*?&gt;/gi, '');
}
