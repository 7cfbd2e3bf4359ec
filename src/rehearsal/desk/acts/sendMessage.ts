import { activityFrom, botAccountId, botName } from '../../teamsActivity.ts';
import { postMessage } from '../../teamwork/messages.ts';
import { toBot } from '../../toBot.ts';
import type { World } from '../../world.ts';
import type { SendMessage, Shown } from '../protocol.ts';
import { CLOSED, demandMessage, demandPerson, enterRoom, DeskRefusal, isClosed } from './access.ts';

/** A person writes. In a channel the bot hears of it only when it is mentioned; in their chat it hears everything. */
export async function sendMessage(world: World, message: SendMessage): Promise<Shown> {
  const person = demandPerson(world, message.as);
  const room = await enterRoom(world, person, message.conversation);
  if (isClosed(room)) return CLOSED;
  if (message.text.trim() === '') throw new DeskRefusal(400, 'There is nothing to send.');
  const mention = room.kind === 'channel' && message.mentionBot === true;
  const text = mention ? `<at>${botName(world)}</at> ${message.text}` : message.text;
  const entities = mention
    ? [
        {
          type: 'mention',
          text: `<at>${botName(world)}</at>`,
          mentioned: { id: botAccountId(world), name: botName(world) },
        },
      ]
    : [];
  const root = message.replyTo === undefined ? null : demandMessage(world, room.id, message.replyTo).root;
  const kept = postMessage(world, { conversation: room.id, root }, person.account?.objectId ?? null, {
    text,
    textFormat: 'plain',
    attachments: [],
    entities,
  });
  if (room.kind === 'channel' && !(mention && room.channel.botEnabled)) return { kind: 'nothing' };
  const base = activityFrom(world, person, room, kept.root);
  const clientInfo = base.entities as Record<string, unknown>[];
  const answer = await toBot(world, {
    ...base,
    id: kept.id,
    type: 'message',
    text,
    textFormat: 'plain',
    entities: [...entities, ...clientInfo],
  });
  return answer.ok ? { kind: 'nothing' } : { kind: 'error', text: 'The app did not answer. Please try again.' };
}
