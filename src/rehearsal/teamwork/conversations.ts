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

/** A channel, or the chat of a person of the host tenant, who has one with the bot from the start. */
export function findConversation(world: World, base: string): Conversation | undefined {
  const channel = openChannel(world, base);
  if (channel) return { kind: 'channel', id: base, channel, members: channelMembers(world, channel) };
  const person = world.people.all.find(
    (one) => one.host && one.account !== null && chatIdOf(one.account.objectId) === base,
  );
  const chat = person === undefined ? null : chatWith(world, person);
  return person !== undefined && chat !== null ? { kind: 'chat', id: base, chat, members: [person] } : undefined;
}

/** The 1:1 chat of a person of the host tenant with the bot. */
export function chatWith(world: World, person: TenantPerson): ChatRecord | null {
  if (!person.host || person.account === null) return null;
  const { objectId } = person.account;
  const id = chatIdOf(objectId);
  return world.state.chats.get(id) ?? { id, objectId, opened: false };
}

export const chatIdOf = (objectId: string): string => `a:1${hexOf(`chat ${objectId}`, 40)}`;
