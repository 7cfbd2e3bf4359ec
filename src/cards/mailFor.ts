import type { CaseView } from '../domain/caseView.ts';
import type { Effect } from '../domain/effects.ts';
import { personOf } from '../domain/whoIsWho.ts';
import { shorten } from './escape.ts';
import { nudgeWords } from './nudges/nudgeWords.ts';

export interface Mail {
  /** The reference alone: a subject is read over shoulders. */
  subject: string;
  html: string;
  text: string;
}

/** An e-mail to one person: what is wanted, and the personal link where there is something to press (`link` null: none). */
export function mailFor(effect: Extract<Effect, { kind: 'mail' }>, view: CaseView, link: string | null): Mail {
  const words = nudgeWords(effect, view);
  const person = personOf(view.partnership, effect.to);
  const greeting = person ? `Dear ${person.name},` : 'Hello,';
  const authority = view.partnership.authority.name;
  const press = link && words.press ? { words: words.press, link } : null;
  const keep = press
    ? 'The link is for you alone and stops working after a time. Please do not pass this e-mail on.'
    : 'Please do not pass this e-mail on.';
  const lines = [greeting, `Case ${view.reference}. ${words.opening}`, ...words.details].map((line) =>
    shorten(line, 2000),
  );
  const foot = `Sent for ${authority}, which runs this ASB Case Review. ${keep}`;
  return {
    subject: view.reference,
    text: [...lines, ...(press ? [`${press.words}: ${press.link}`] : []), foot].join('\n\n'),
    html: mailPage(view.reference, lines, press, foot),
  };
}

/** One plain column that reads well in any mail program and with a screen reader. */
export function mailPage(
  title: string,
  lines: string[],
  press: { words: string; link: string } | null,
  foot: string,
): string {
  const paragraph = (line: string) => `<p style="margin:0 0 16px">${html(line)}</p>`;
  const link = press
    ? `<p style="margin:0 0 24px"><a href="${html(press.link)}" style="color:#0b5cab;font-weight:bold">${html(press.words)}</a></p>`
    : '';
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html(title)}</title></head>`,
    '<body style="margin:0;padding:16px;background:#ffffff;color:#1b1b1b;font:16px/1.5 Arial,sans-serif">',
    `<main style="max-width:600px"><h1 style="font-size:20px;margin:0 0 16px">${html(title)}</h1>`,
    ...lines.map(paragraph),
    link,
    `<p style="margin:24px 0 0;font-size:14px;color:#444444">${html(foot)}</p></main></body></html>`,
  ].join('\n');
}

const html = (value: string): string =>
  value
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replace(/\n/g, '<br>');
