/** A passage of an e-mail: its own heading, its paragraphs, and what is to be pressed. */
export interface MailPart {
  head?: string;
  lines: string[];
  press: { words: string; link: string } | null;
}

/** One plain column that reads well in any mail program and with a screen reader. */
export function mailPage(title: string, parts: readonly MailPart[], foot: string): string {
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html(title)}</title></head>`,
    '<body style="margin:0;padding:16px;background:#ffffff;color:#1b1b1b;font:16px/1.5 Arial,sans-serif">',
    `<main style="max-width:600px"><h1 style="font-size:20px;margin:0 0 16px">${html(title)}</h1>`,
    ...parts.flatMap(passage),
    `<p style="margin:24px 0 0;font-size:14px;color:#444444">${html(foot)}</p></main></body></html>`,
  ].join('\n');
}

const passage = ({ head, lines, press }: MailPart): string[] => [
  ...(head === undefined ? [] : [`<h2 style="font-size:17px;margin:24px 0 8px">${html(head)}</h2>`]),
  ...lines.map((line) => `<p style="margin:0 0 16px">${html(line)}</p>`),
  ...(press
    ? [
        `<p style="margin:0 0 24px"><a href="${html(press.link)}" style="color:#0b5cab;font-weight:bold">${html(press.words)}</a></p>`,
      ]
    : []),
];

const html = (value: string): string =>
  value
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replace(/\n/g, '<br>');
