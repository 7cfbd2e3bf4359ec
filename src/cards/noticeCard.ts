import { joined, spoken, type Markup } from './escape.ts';
import { inRows, type Button } from './buttons.ts';
import { renderCard, type Card } from './render.ts';
import type { Colour } from './words.ts';

/** A short answer: a heading, a few sentences, perhaps a button. Help, welcome, refusals and errors are drawn with it. */
export interface Notice {
  head: Markup;
  colour?: Colour;
  lines: Markup[];
  topics?: { title: Markup; words: Markup }[];
  buttons?: Button[];
  foot?: Markup;
}

export const noticeCard = (notice: Notice): Card =>
  renderCard('notice', {
    fallback: spoken(joined([notice.head, ...notice.lines], ' ')),
    head: notice.head,
    colour: notice.colour ?? 'Default',
    lines: notice.lines.map((words) => ({ words })),
    topics: notice.topics ?? [],
    buttonRows: inRows(notice.buttons ?? []),
    foot: notice.foot ?? '',
  });
