import { param, Refused, reply, type Call, type Reply } from '../wire/call.ts';
import { splitConversation } from '../teamwork/conversations.ts';
import { deleteMessage, editMessage, findMessage, postMessage } from '../teamwork/messages.ts';
import type { World } from '../world.ts';
import { contentOf, demandSubstance, parseActivity } from './activity.ts';
import { ownMessage, writableRoom } from './rooms.ts';

/** `POST …/activities` and `…/activities/{replyTo}`. */
export function sendActivity(world: World, call: Call): Reply {
  const activity = parseActivity(call.body);
  const { base, root } = splitConversation(param(call, 'conversation'));
  const room = writableRoom(world, base);
  if (activity.type === 'typing') return reply(201, { id: '' });
  if (activity.type !== 'message')
    throw new Refused(400, 'BadSyntax', `Activities of type ${activity.type} are not taken here.`);
  const content = contentOf(activity);
  demandSubstance(content);
  const thread = room.kind === 'channel' ? threadFor(world, base, root, call.params.activity) : null;
  const message = postMessage(world, { conversation: base, root: thread }, null, content);
  return reply(201, { id: message.id });
}

/** In a channel the thread is named by the conversation id; a reply to a message goes into that message's thread. */
function threadFor(world: World, base: string, root: string | null, replyTo: string | undefined): string | null {
  const named = root ?? (replyTo === undefined ? null : (findMessage(world, base, replyTo)?.root ?? null));
  if (named === null) return null;
  if (findMessage(world, base, named) === undefined)
    throw new Refused(404, 'ConversationNotFound', 'The thread is not there.');
  return named;
}

/** `PUT …/activities/{id}`: the message stays where it is and shows the new content to everybody. */
export function updateActivity(world: World, call: Call): Reply {
  const activity = parseActivity(call.body);
  const { base } = splitConversation(param(call, 'conversation'));
  writableRoom(world, base);
  const content = contentOf(activity);
  demandSubstance(content);
  const message = editMessage(world, ownMessage(world, base, param(call, 'activity')), content);
  return reply(200, { id: message.id });
}

export function deleteActivity(world: World, call: Call): Reply {
  const { base } = splitConversation(param(call, 'conversation'));
  writableRoom(world, base);
  deleteMessage(world, ownMessage(world, base, param(call, 'activity')));
  return reply(200);
}
