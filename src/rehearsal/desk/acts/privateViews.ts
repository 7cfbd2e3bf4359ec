import { accountId, type TenantPerson } from '../../people.ts';
import type { MessageRecord } from '../../state/records.ts';
import { activityFrom } from '../../teamsActivity.ts';
import type { Conversation } from '../../teamwork/conversations.ts';
import { findMessage } from '../../teamwork/messages.ts';
import { toBot } from '../../toBot.ts';
import type { World } from '../../world.ts';
import type { Card } from '../protocol.ts';
import { cardsOf } from '../views/cardsOf.ts';
import { shownAfterExecute } from './shown.ts';

const keyOf = (person: TenantPerson, message: MessageRecord): string =>
  `${person.id}|${message.conversation}|${message.id}`;

/**
 * The card that the bot answered this one person with. It lies over the shared card for them alone, until the bot changes the message.
 * An answer that comes after such a change shows all the same: it is the newer of the two.
 */
export function keepPrivateView(world: World, person: TenantPerson, message: MessageRecord, card: Card | null): void {
  const edit = findMessage(world, message.conversation, message.id)?.edit ?? message.edit;
  world.state.privateViews.put(keyOf(person, message), { edit, card });
  world.changed({ changed: 'conversation', id: message.conversation });
}

export function privateViewOf(world: World, person: TenantPerson, message: MessageRecord): Card | null {
  const view = world.state.privateViews.get(keyOf(person, message));
  return view !== undefined && view.edit === message.edit ? view.card : null;
}

/** Teams shows everybody their own view of a card with `refresh` only in conversations of at most this many. */
const MOST_VIEWERS = 60;

/** Asks for the person's own view of each card that wants it and has not been asked since its last change. */
export async function refreshCards(
  world: World,
  person: TenantPerson,
  room: Conversation,
  messages: MessageRecord[],
): Promise<void> {
  for (const message of messages) {
    const action = refreshFor(person, room, message);
    const asked = world.state.privateViews.get(keyOf(person, message));
    if (action === null || asked?.edit === message.edit) continue;
    // Noted before asking, so that two windows of the same person do not both ask.
    world.state.privateViews.put(keyOf(person, message), { edit: message.edit, card: null });
    const answer = await toBot(world, {
      ...activityFrom(world, person, room, message.root),
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: message.id,
      value: { action, trigger: 'automatic' },
    });
    const { card } = shownAfterExecute(answer);
    if (card !== undefined) keepPrivateView(world, person, message, card);
  }
}

function refreshFor(person: TenantPerson, room: Conversation, message: MessageRecord): Record<string, unknown> | null {
  const refresh = cardsOf(message.content)[0]?.refresh;
  if (message.from !== null || typeof refresh !== 'object' || refresh === null || !('action' in refresh)) return null;
  const users: unknown = 'userIds' in refresh ? refresh.userIds : undefined;
  const mine = Array.isArray(users)
    ? users.includes(accountId(person.account?.objectId ?? ''))
    : room.members.length <= MOST_VIEWERS;
  return mine ? (refresh.action as Record<string, unknown>) : null;
}
