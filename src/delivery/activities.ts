import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Person } from '../domain/directory.ts';
import type { Drawn } from './parts.ts';

/** A card as Teams takes it, with the mentions that its text holds. */
export function cardActivity({ card, summary, mentions }: Drawn): Partial<Activity> {
  const text = JSON.stringify(card);
  const entities = mentions.map(mentionOf).filter((entity) => text.includes(JSON.stringify(entity.text).slice(1, -1)));
  const given = card as { msteams?: { entities?: unknown[] } };
  // The card may bring its own; a second list for the same text would be refused.
  const own = given.msteams?.entities !== undefined || entities.length === 0;
  const content = own ? card : { ...card, msteams: { ...given.msteams, entities } };
  return {
    type: 'message',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  };
}

/** A short text. Each person who must act is mentioned: where the text does not do it, in front of it. */
export function textActivity(text: string, mentions: Person[]): Partial<Activity> {
  const entities = mentions.map(mentionOf);
  const missing = entities.filter((entity) => !text.includes(entity.text)).map((entity) => entity.text);
  return { type: 'message', text: [...missing, text].join(' '), ...(entities.length === 0 ? {} : { entities }) };
}

/** The text must stand in the message letter for letter. */
function mentionOf(person: Person) {
  return {
    type: 'mention',
    text: `<at>${person.name.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</at>`,
    mentioned: { id: person.objectId, name: person.name },
  };
}

/** Tells whether a card changed since it was posted. */
export const printOf = (activity: Partial<Activity>): string =>
  createHash('sha256').update(JSON.stringify(activity)).digest('base64url');
