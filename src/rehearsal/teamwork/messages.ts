import type { Content, MessageRecord } from '../state/records.ts';
import type { World } from '../world.ts';

const keyOf = (conversation: string, id: string): string => `${conversation}|${id}`;

export const findMessage = (world: World, conversation: string, id: string): MessageRecord | undefined =>
  world.state.messages.get(keyOf(conversation, id));

export const messagesOf = (world: World, conversation: string): MessageRecord[] =>
  world.state.messages.of(conversation);

/** Posts a message. `root` null starts a thread. Message ids are milliseconds of the tenant's time and always rise. */
export function postMessage(
  world: World,
  to: { conversation: string; root: string | null },
  from: string | null,
  content: Content,
): MessageRecord {
  const at = world.now();
  const id = Math.max(at.getTime(), (world.state.fact('lastMessageId') ?? 0) + 1);
  world.state.setFact('lastMessageId', id);
  const message: MessageRecord = {
    id: String(id),
    conversation: to.conversation,
    root: to.root ?? String(id),
    from,
    at: at.toISOString(),
    edit: 0,
    content,
  };
  world.state.messages.put(keyOf(to.conversation, message.id), message);
  tell(world, to.conversation);
  return message;
}

export function editMessage(world: World, message: MessageRecord, content: Content): MessageRecord {
  const edited = { ...message, content, edit: message.edit + 1 };
  world.state.messages.put(keyOf(message.conversation, message.id), edited);
  tell(world, message.conversation);
  return edited;
}

export function deleteMessage(world: World, message: MessageRecord): void {
  world.state.messages.remove(keyOf(message.conversation, message.id));
  tell(world, message.conversation);
}

function tell(world: World, conversation: string): void {
  world.changed({ changed: 'conversation', id: conversation });
  world.changed({ changed: 'view' });
}
