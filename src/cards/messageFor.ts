import type { CaseView } from '../domain/caseView.ts';
import type { Effect } from '../domain/effects.ts';
import type { Person } from '../domain/directory.ts';
import { personOf } from '../domain/whoIsWho.ts';
import { joined, say, passage, type Markup } from './escape.ts';
import { at } from './mention.ts';
import { nudgeWords } from './nudges/nudgeWords.ts';

/**
 * The text of a short message, in Markdown with people's words escaped. Somebody without a chat is reached in the case's
 * channel: then the text begins with a mention, and `mentions` names whom its entity must describe (mention.ts).
 */
export function messageFor(
  effect: Extract<Effect, { kind: 'message' }>,
  view: CaseView,
): { text: string; mentions: Person[] } {
  const words = nudgeWords(effect, view);
  const person = personOf(view.partnership, effect.to);
  const mentions = person && !person.host ? [person] : [];
  const head: Markup = joined([...mentions.map(at), say`**${view.reference}**: ${words.opening}`], ' ');
  const details = words.details.map((line) => passage(line, 600));
  return { text: joined([head, ...details], '\n\n').text, mentions };
}
