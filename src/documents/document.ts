/** What a document consists of before it is drawn: words only, no looks. */
export type Block =
  { heading: string } | { text: string } | { list: string[] } | { table: { head: string[]; rows: string[][] } };

export interface Doc {
  /** Kind of document; names no person. */
  title: string;
  /** Stands under the title and in the foot of every page. */
  reference: string;
  blocks: Block[];
}

/** A letter as a person edits it before it goes out. */
export interface Letter {
  title: string;
  paragraphs: string[];
}

export const heading = (words: string): Block => ({ heading: words });
export const text = (words: string): Block => ({ text: words });
/** A list, or one sentence where there is nothing to list. */
export const list = (items: readonly string[], none: string): Block =>
  items.length ? { list: [...items] } : { text: none };
export const table = (head: string[], rows: string[][], none: string): Block =>
  rows.length ? { table: { head, rows } } : { text: none };
