import type { Block, Sheet } from './block.ts';

/** The sheet as Markdown, one string with a newline at its end. */
export function toMarkdown(sheet: Sheet): string {
  return [`# ${sheet.title}`, sheet.reference, ...sheet.blocks.map(drawn)].join('\n\n') + '\n';
}

function drawn(block: Block): string {
  if ('heading' in block) return `## ${block.heading}`;
  if ('text' in block) return block.text;
  if ('list' in block) return block.list.map((item) => `- ${item}`).join('\n');
  const { head, rows } = block.table;
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
}

// A bar or a line break inside a cell would break the table.
const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('\n', ' ');
