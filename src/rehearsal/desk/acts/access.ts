import type { TenantPerson } from '../../people.ts';
import type { World } from '../../world.ts';
import { findConversation, type Conversation } from '../../teamwork/conversations.ts';
import { findMessage } from '../../teamwork/messages.ts';
import type { MessageRecord } from '../../state/records.ts';
import type { Shown } from '../protocol.ts';
import { openChat } from './install.ts';

/** The page asked for something that the person could not see or do in Teams. */
export class DeskRefusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function demandPerson(world: World, id: string): TenantPerson {
  const person = world.people.byId(id);
  if (person === undefined) throw new DeskRefusal(404, 'There is nobody of that name here.');
  return person;
}

/** A conversation that the person is in. */
export function demandRoom(world: World, person: TenantPerson, id: string): Conversation {
  const room = findConversation(world, id);
  if (room === undefined || !room.members.some((one) => one.id === person.id)) {
    throw new DeskRefusal(404, `${person.name} has no such conversation.`);
  }
  return room;
}

/** The same, for somebody who is about to do something there: a chat never opened before is opened first, as Teams would. */
export async function enterRoom(world: World, person: TenantPerson, id: string): Promise<Conversation> {
  const room = demandRoom(world, person, id);
  if (room.kind === 'chat') await openChat(world, person);
  return room;
}

export function demandMessage(world: World, conversation: string, id: string): MessageRecord {
  const message = findMessage(world, conversation, id);
  if (message === undefined) throw new DeskRefusal(404, 'The message is no longer there.');
  return message;
}

export const isClosed = (room: Conversation): boolean => room.kind === 'channel' && room.channel.archived;

export const CLOSED: Shown = {
  kind: 'error',
  text: 'This channel is archived. Nobody can write here or use its cards.',
};
