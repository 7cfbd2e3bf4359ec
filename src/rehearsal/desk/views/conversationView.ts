import { botAccountId, botName } from '../../teamsActivity.ts';
import type { TenantPerson } from '../../people.ts';
import { londonDay } from '../../londonTime.ts';
import type { MessageRecord } from '../../state/records.ts';
import { messagesOf } from '../../teamwork/messages.ts';
import type { World } from '../../world.ts';
import { demandPerson, enterRoom } from '../acts/access.ts';
import { privateViewOf, refreshCards } from '../acts/privateViews.ts';
import type { ConversationView, Message } from '../protocol.ts';
import { cardsOf } from './cardsOf.ts';
import { mentionsPerson } from './mentions.ts';
import { messageHtml } from './messageHtml.ts';
import { markSeen } from './unread.ts';

/** A conversation as one person sees it. Looking at it counts as having seen it; opening a chat for the first time installs the app for them. */
export async function conversationView(world: World, as: string, id: string): Promise<ConversationView> {
  const person = demandPerson(world, as);
  const room = await enterRoom(world, person, id);
  await refreshCards(world, person, room, messagesOf(world, id));
  markSeen(world, person, id);
  return {
    id,
    kind: room.kind,
    name: room.kind === 'channel' ? room.channel.name : botName(world),
    archived: room.kind === 'channel' && room.channel.archived,
    members: room.members.map(({ id: personId, name, organisation }) => ({ id: personId, name, organisation })),
    threads: threadsOf(messagesOf(world, id)).map(({ root, replies }) => ({
      root: messageView(world, person, root),
      replies: replies.map((reply) => messageView(world, person, reply)),
    })),
  };
}

/** A thread whose first message is gone shows under the oldest that is left. */
function threadsOf(messages: MessageRecord[]): { root: MessageRecord; replies: MessageRecord[] }[] {
  const byRoot = new Map<string, MessageRecord[]>();
  for (const message of messages) byRoot.set(message.root, [...(byRoot.get(message.root) ?? []), message]);
  return [...byRoot.values()].flatMap(([root, ...replies]) => (root === undefined ? [] : [{ root, replies }]));
}

function messageView(world: World, person: TenantPerson, message: MessageRecord): Message {
  const privateView = message.from === null ? privateViewOf(world, person, message) : null;
  return {
    id: message.id,
    from: senderOf(world, message),
    at: message.at,
    day: londonDay(new Date(message.at)),
    edited: message.edit > 0,
    html: messageHtml(message.content),
    mentionsMe: mentionsPerson(message.content, person),
    cards: cardsOf(message.content),
    ...(privateView === null ? {} : { privateView }),
  };
}

function senderOf(world: World, message: MessageRecord): Message['from'] {
  if (message.from === null) return { id: botAccountId(world), name: botName(world), bot: true };
  const sender = world.people.byObjectId(message.from);
  return { id: sender?.id ?? message.from, name: sender?.name ?? 'Somebody who has left', bot: false };
}
