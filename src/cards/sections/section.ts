import type { CaseView } from '../../domain/caseView.ts';
import { dialogData } from '../buttons.ts';
import { say, plain, type Markup } from '../escape.ts';
import { andMore, cut } from '../render.ts';
import type { Colour } from '../words.ts';

/** One line of a card's section: what, how it stands, and for a date the press that explains it. */
export interface Row {
  what: Markup;
  words: Markup;
  colour: Colour;
  why: Record<string, unknown> | null;
  whyTitle: string;
}
/** A part of a card that can be folded. */
export interface Section {
  id: string;
  title: Markup;
  summary: Markup;
  open: boolean;
  rows: Row[];
  more: string;
}

export const row = (what: Markup, words: Markup, colour: Colour = 'Default'): Row => ({
  what,
  words,
  colour,
  why: null,
  whyTitle: '',
});

/** The same line with "Why this date" beside it. */
export function explained(line: Row, view: CaseView, clock: string, of: string | undefined, label: string): Row {
  const about = of === undefined ? {} : { of: of.slice(0, 200) };
  return {
    ...line,
    why: dialogData('explain', { caseId: view.reference, v: view.version, clock, ...about }),
    whyTitle: plain(`Why this date: ${label}`, 100),
  };
}

/** Words that may be missing, as an empty text. */
export const nothing = say``;

export function section(
  id: string,
  title: Markup,
  summary: Markup,
  open: boolean,
  rows: Row[],
  limit: number,
): Section {
  const { shown, more } = cut(rows, limit);
  return { id, title, summary, open, rows: shown, more: andMore(more) };
}
