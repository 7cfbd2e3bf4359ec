import { accountId, type TenantPerson } from '../../people.ts';
import type { Content } from '../../state/records.ts';
import { cardsOf } from './cardsOf.ts';

/** Whether a message, or a card in it, mentions the person by one of the ids that Teams takes. */
export function mentionsPerson(content: Content, person: TenantPerson): boolean {
  const entities = [...content.entities, ...cardsOf(content).flatMap(cardEntities)];
  const mine = [
    person.email.toLowerCase(),
    ...(person.account === null ? [] : [person.account.objectId, accountId(person.account.objectId)]),
  ];
  return entities.some((entity) => {
    const mentioned = entity.mentioned;
    const id = typeof mentioned === 'object' && mentioned !== null && 'id' in mentioned ? mentioned.id : null;
    return entity.type === 'mention' && typeof id === 'string' && mine.includes(id.toLowerCase());
  });
}

function cardEntities(card: Record<string, unknown>): Record<string, unknown>[] {
  const { msteams } = card;
  const entities = typeof msteams === 'object' && msteams !== null && 'entities' in msteams ? msteams.entities : [];
  return Array.isArray(entities) ? (entities as Record<string, unknown>[]) : [];
}
