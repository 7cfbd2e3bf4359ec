import { inRows, type Button } from './buttons.ts';
import { joined, spoken, type Markup } from './escape.ts';
import { andMore, cut, fitted, renderCard, type Card } from './render.ts';
import type { Colour } from './words.ts';

export interface Line {
  what: Markup;
  words: Markup;
  colour: Colour;
  buttons: Button[];
}

/** A list for one person: what, how it stands, and what to press. Long lists are cut with "and N more". */
export function listCard(it: { head: Markup; lead: Markup; lines: readonly Line[]; foot: Markup }): Card {
  return fitted((limits) => {
    const { shown, more } = cut(it.lines, limits.rows);
    const data = {
      head: it.head,
      lead: it.lead,
      lines: shown.map(({ buttons, ...line }) => ({ ...line, buttonRows: inRows(buttons) })),
      more: andMore(more),
      foot: it.foot,
    };
    return renderCard('list', { ...data, fallback: spoken(joined([it.head, it.lead], ': ')) });
  });
}
