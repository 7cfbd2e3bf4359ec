import type { CaseView } from '../domain/caseView.ts';
import type { Effect } from '../domain/effects.ts';
import { personOf } from '../domain/whoIsWho.ts';
import { counted } from '../documents/plainWords.ts';
import { shorten } from './escape.ts';
import { mailPage, type MailPart } from './mailPage.ts';
import { mailSubject, subjectOfSeveral } from './mailSubject.ts';
import { nudgeWords } from './nudges/nudgeWords.ts';

export interface Mail {
  /** What it is about, never whom: a subject is read over shoulders. */
  subject: string;
  html: string;
  text: string;
}
/** One thing to be told, with the personal link where there is something to press (`link` null: none). */
export interface MailItem {
  effect: Extract<Effect, { kind: 'mail' }>;
  view: CaseView;
  link: string | null;
}

/** One e-mail to one person about all that waits for them; all items are to the same person. Null where there is none. */
export function mailFor(items: readonly MailItem[]): Mail | null {
  const [first] = items;
  if (first === undefined) return null;
  const { view, effect } = first;
  const person = personOf(view.partnership, effect.to);
  const greeting = person ? `Dear ${person.name},` : 'Hello,';
  const parts = items.map((item) => partOf(item, items.length > 1));
  const cases = new Set(items.map((item) => item.view.reference)).size;
  const lead =
    items.length > 1
      ? [
          `${counted(items.length, 'message')} about ${counted(cases, 'case')}, each with its own link where something is to be done.`,
        ]
      : [];
  const subject = items.length > 1 ? subjectOfSeveral(items.length, cases) : mailSubject(effect, view);
  const foot = `Sent for ${view.partnership.authority.name}, which runs ${cases > 1 ? 'these ASB Case Reviews' : 'this ASB Case Review'}. ${keep(parts)}`;
  return {
    subject,
    text: [greeting, ...lead, ...parts.flatMap(textOf), foot].join('\n\n'),
    html: mailPage(subject, [{ lines: [greeting, ...lead], press: null }, ...parts], foot),
  };
}

function partOf({ effect, view, link }: MailItem, one: boolean): MailPart {
  const words = nudgeWords(effect, view);
  const lines = [`Case ${view.reference}. ${words.opening}`, ...words.details].map((line) => shorten(line, 2000));
  const press = link && words.press ? { words: words.press, link } : null;
  return one
    ? {
        head: `Case ${view.reference}`,
        lines: [words.opening, ...lines.slice(1)],
        press: press && { ...press, words: `${press.words} (${view.reference})` },
      }
    : { lines, press };
}

const textOf = ({ head, lines, press }: MailPart): string[] => [
  ...(head === undefined ? [] : [head]),
  ...lines,
  ...(press ? [`${press.words}: ${press.link}`] : []),
];

function keep(parts: readonly MailPart[]): string {
  const links = parts.filter((part) => part.press !== null).length;
  if (links === 0) return 'Please do not pass this e-mail on.';
  return links === 1
    ? 'The link is for you alone and stops working after a time. Please do not pass this e-mail on.'
    : 'The links are for you alone and stop working after a time. Please do not pass this e-mail on.';
}
