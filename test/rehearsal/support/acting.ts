import type { ConversationView, Message, PressAction, Shown } from '../../../src/rehearsal/desk/protocol.ts';
import type { Box } from './box.ts';

/** Id of a person's chat with the bot. */
export function chatOf(box: Box, person: string): string {
  const id = box.tenant.chatIdOf(person);
  if (id === null) throw new Error(`${person} has no chat with the bot`);
  return id;
}

export const send = (
  box: Box,
  as: string,
  conversation: string,
  text: string,
  more: { mentionBot?: boolean; replyTo?: string } = {},
) => box.desk<Shown>('POST', '/message', { as, conversation, text, ...more });

export const press = (box: Box, as: string, conversation: string, activityId: string, action: PressAction['action']) =>
  box.desk<Shown>('POST', '/action', { as, conversation, activityId, action });

export const look = (box: Box, as: string, conversation: string) =>
  box.desk<ConversationView>('GET', `/conversation/${encodeURIComponent(conversation)}?as=${as}`);

export async function messagesSeen(box: Box, as: string, conversation: string): Promise<Message[]> {
  const view = await look(box, as, conversation);
  return view.threads.flatMap((thread) => [thread.root, ...thread.replies]);
}

export const card = (text: string, more: Record<string, unknown> = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
  ...more,
});

export const cardActivity = (text: string, more: Record<string, unknown> = {}) => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card(text, more) }],
});
