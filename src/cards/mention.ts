import type { Person } from '../domain/directory.ts';
import { Markup, plain } from './escape.ts';

/** One entry of `msteams.entities`: the text stands in the card letter for letter. */
export interface MentionEntity {
  type: 'mention';
  text: string;
  mentioned: { id: string; name: string };
}

/** A name as it may stand inside a mention: a client compares the text letter for letter, so live characters are left out, not escaped. */
export const mentionName = (person: Person): string =>
  plain(person.name, 80).replace(/[\\`*_[\]~<>{}\u200b]/g, '') || 'you';

/** `<at>Name</at>`, for card texts and messages; its entity must travel with it. */
export const at = (person: Person): Markup => new Markup(`<at>${mentionName(person)}</at>`);

/** Entities for these people, each once. */
export function entities(people: readonly Person[]): MentionEntity[] {
  const seen = new Map(people.map((person) => [`<at>${mentionName(person)}</at>`, person]));
  return [...seen].map(([text, person]) => ({
    type: 'mention',
    text,
    mentioned: { id: person.objectId, name: mentionName(person) },
  }));
}
