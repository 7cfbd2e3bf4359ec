import { hexOf } from '../identifiers.ts';
import type { TenantPerson } from '../people.ts';
import type { ChannelRecord, ChatRecord } from '../state/records.ts';
import type { World } from '../world.ts';
import { channelMembers, openChannel } from './channels.ts';

/** `19:…@thread.tacv2;messageid=N` is a thread of the channel before the semicolon. */
export function splitConversation(id: string): { base: string; root: string | null } {
  const [base = '', ...rest] = id.split(';');
  const root = rest.map((part) => /^messageid=(\d+)$/.exec(part)?.[1]).find((found) => found !== undefined);
  return { base, root: root ?? null };
}

export const threadId = (channel: string, root: string): string => `${channel};messageid=${root}`;

export type Conversation =
  | { kind: 'channel'; id: string; channel: ChannelRecord; members: TenantPerson[] }
  | { kind: 'chat'; id: string; chat: ChatRecord; members: TenantPerson[] };

export function findConversation(world: World, base: string): Conversation | undefined {
  const channel = openChannel(world, base);
  if (channel) return { kind: 'channel', id: base, channel, members: channelMembers(world, channel) };
  const chat = world.state.chats.get(base);
  const person = chat === undefined ? undefined : world.people.byObjectId(chat.objectId);
  return chat && person ? { kind: 'chat', id: base, chat, members: [person] } : undefined;
}

/** The 1:1 chat of a person of the host tenant with the bot, made when it is first needed. */
export function chatWith(world: World, person: TenantPerson): ChatRecord | null {
  if (!person.host || person.account === null) return null;
  const id = chatIdOf(person.account.objectId);
  return (
    world.state.chats.get(id) ?? world.state.chats.put(id, { id, objectId: person.account.objectId, opened: false })
  );
}

export const chatIdOf = (objectId: string): string => `a:1${hexOf(`chat ${objectId}`, 40)}`;
