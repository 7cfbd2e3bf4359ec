import { z } from 'zod/v4';
import { Refused, reply, type Call, type Reply } from '../wire/call.ts';
import { chatWith, threadId } from '../teamwork/conversations.ts';
import { postMessage } from '../teamwork/messages.ts';
import type { World } from '../world.ts';
import { contentOf, demandSubstance, parseActivity } from './activity.ts';
import { writableRoom } from './rooms.ts';

const Parameters = z.looseObject({
  isGroup: z.boolean().nullish(),
  members: z.array(z.looseObject({ id: z.string().nullish() })).nullish(),
  tenantId: z.string().nullish(),
  activity: z.unknown().optional(),
  channelData: z
    .looseObject({
      channel: z.looseObject({ id: z.string() }).nullish(),
      tenant: z.looseObject({ id: z.string() }).nullish(),
    })
    .nullish(),
});
type Parameters = z.infer<typeof Parameters>;

/** `POST /v3/conversations`: a new thread in a channel, or the 1:1 chat with a person of the host tenant. */
export function createConversation(world: World, call: Call): Reply {
  const parsed = Parameters.safeParse(call.body);
  if (!parsed.success) throw new Refused(400, 'BadSyntax', 'The conversation parameters cannot be read.');
  const channelId = parsed.data.channelData?.channel?.id;
  return channelId === undefined ? openChat(world, parsed.data) : startThread(world, parsed.data, channelId);
}

function startThread(world: World, parameters: Parameters, channelId: string): Reply {
  if (parameters.activity === undefined)
    throw new Refused(400, 'BadSyntax', 'A thread needs an activity to start with.');
  const content = contentOf(parseActivity(parameters.activity));
  const room = writableRoom(world, channelId);
  demandSubstance(content);
  const message = postMessage(world, { conversation: room.id, root: null }, null, content);
  return reply(201, { id: threadId(room.id, message.id), activityId: message.id, serviceUrl: world.urls.connector });
}

function openChat(world: World, parameters: Parameters): Reply {
  const members = parameters.members ?? [];
  const wanted = members[0]?.id;
  if (members.length !== 1 || !wanted)
    throw new Refused(400, 'BadArgument', 'A personal chat takes one member, named by its id.');
  const tenant = parameters.tenantId ?? parameters.channelData?.tenant?.id;
  if (!tenant) throw new Refused(400, 'BadArgument', 'The tenant id is missing.');
  const person = world.people.find(wanted);
  if (person === undefined || person.account === null) throw new Refused(400, 'BadArgument', 'No such user.');
  const chat = tenant === world.options.hostTenantId ? chatWith(world, person) : null;
  if (chat === null) {
    throw new Refused(403, 'ForbiddenOperationException', 'The bot is not installed for this user.');
  }
  if (parameters.activity === undefined || parameters.activity === null)
    return reply(201, { id: chat.id, serviceUrl: world.urls.connector });
  const content = contentOf(parseActivity(parameters.activity));
  demandSubstance(content);
  const message = postMessage(world, { conversation: chat.id, root: null }, null, content);
  return reply(201, { id: chat.id, activityId: message.id, serviceUrl: world.urls.connector });
}
