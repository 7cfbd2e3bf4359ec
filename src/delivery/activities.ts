import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { entities } from '../cards/mention.ts';
import type { Person } from '../domain/directory.ts';
import type { Drawn } from './parts.ts';

/** A card as Teams takes it. Its mentions travel inside it. */
export const cardActivity = ({ card, summary }: Drawn): Partial<Activity> => ({
  type: 'message',
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});

/** A short text. Whom the text does not mention already is mentioned in front of it. */
export function textActivity(text: string, mentions: Person[]): Partial<Activity> {
  const named = entities(mentions);
  const missing = named.filter((entity) => !text.includes(entity.text)).map((entity) => entity.text);
  return { type: 'message', text: [...missing, text].join(' '), ...(named.length === 0 ? {} : { entities: named }) };
}

/** Tells whether a card changed since it was posted. */
export const printOf = (activity: Partial<Activity>): string =>
  createHash('sha256').update(JSON.stringify(activity)).digest('base64url');
