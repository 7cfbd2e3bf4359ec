import type { Doc, Letter } from './document.ts';

/** A letter, as drafted or as edited, for the word processor. */
export const letterDoc = (reference: string, letter: Letter): Doc => ({
  title: letter.title,
  reference,
  blocks: letter.paragraphs.map((words) => ({ text: words })),
});
