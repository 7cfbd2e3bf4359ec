import type { CaseView } from '../domain/caseView.ts';
import type { Effect } from '../domain/effects.ts';
import type { Person } from '../domain/directory.ts';
import { counted } from '../documents/plainWords.ts';
import { personOf } from '../domain/whoIsWho.ts';
import { joined, say, passage, type Markup } from './escape.ts';
import { at } from './mention.ts';
import { nudgeWords } from './nudges/nudgeWords.ts';

export interface MessageItem {
  effect: Extract<Effect, { kind: 'message' }>;
  view: CaseView;
}

/** Longest sentence of one of several; each has its card, or stands in "due", with all its words. */
const SHORT = 220;

/**
 * The text of a short message, in Markdown with people's words escaped. Somebody without a chat is reached in the case's
 * channel: then the text begins with a mention, and `mentions` names whom its entity must describe (mention.ts).
 */
export function messageFor({ effect, view }: MessageItem): { text: string; mentions: Person[] } {
  const words = nudgeWords(effect, view);
  const person = personOf(view.partnership, effect.to);
  const mentions = person && !person.host ? [person] : [];
  const head: Markup = joined([...mentions.map(at), say`**${view.reference}**: ${words.opening}`], ' ');
  const details = words.details.map((line) => passage(line, 600));
  return { text: joined([head, ...details], '\n\n').text, mentions };
}

/** All that waited for one person in their chat, as one message; all items are to the same person. */
export function messagesFor(items: readonly MessageItem[]): { text: string; mentions: Person[] } | null {
  const [first] = items;
  if (first === undefined) return null;
  if (items.length === 1) return messageFor(first);
  const cases = new Set(items.map((item) => item.view.reference)).size;
  const lead = say`**${counted(items.length, 'message')} about ${counted(cases, 'case')}.** Write “due” to see what waits for you, with its buttons.`;
  const each = items.map(({ effect, view }) => {
    const words = nudgeWords(effect, view);
    return joined(
      [say`**${view.reference}**: ${words.opening}`, ...words.details.map((line) => passage(line, SHORT))],
      '\n\n',
    );
  });
  return { text: joined([lead, ...each], '\n\n').text, mentions: [] };
}
