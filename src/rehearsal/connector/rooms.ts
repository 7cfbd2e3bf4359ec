import { Refused } from '../wire/call.ts';
import { findConversation, type Conversation } from '../teamwork/conversations.ts';
import { findMessage } from '../teamwork/messages.ts';
import type { MessageRecord } from '../state/records.ts';
import type { World } from '../world.ts';

/** The conversation, if the bot is in it. */
export function roomOfBot(world: World, base: string): Conversation {
  const room = findConversation(world, base);
  if (room === undefined) throw new Refused(404, 'ConversationNotFound', 'Conversation not found.');
  if (room.kind === 'channel' && !room.channel.botEnabled) {
    throw new Refused(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
  }
  return room;
}

/** The conversation, if the bot may write there now. */
export function writableRoom(world: World, base: string): Conversation {
  const room = roomOfBot(world, base);
  if (room.kind !== 'channel') return room;
  if (room.channel.membershipType === 'private') {
    throw new Refused(403, 'Forbidden', 'Bots cannot post in private channels.');
  }
  if (room.channel.archived)
    throw new Refused(403, 'ChannelArchived', 'The channel is archived: nobody can write there.');
  return room;
}

/** A message of the bot's own: it can change and delete no other. */
export function ownMessage(world: World, base: string, id: string): MessageRecord {
  const message = findMessage(world, base, id);
  if (message === undefined)
    throw new Refused(404, 'ActivityNotFoundInConversation', 'The activity is not in the conversation.');
  if (message.from !== null) throw new Refused(403, 'Forbidden', 'The bot did not write this message.');
  return message;
}
