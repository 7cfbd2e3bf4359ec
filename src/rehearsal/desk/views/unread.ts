import type { TenantPerson } from '../../people.ts';
import { messagesOf } from '../../teamwork/messages.ts';
import { mailAt } from '../../teamwork/mailroom.ts';
import type { MailRecord } from '../../state/records.ts';
import type { World } from '../../world.ts';

const keyOf = (person: TenantPerson, conversation: string): string => `${person.id}|${conversation}`;

export function unreadIn(world: World, person: TenantPerson, conversation: string): number {
  const seen = Number(world.state.seen.get(keyOf(person, conversation)) ?? 0);
  const mine = person.account?.objectId ?? '';
  return messagesOf(world, conversation).filter((one) => Number(one.id) > seen && one.from !== mine).length;
}

/** The person has the conversation in front of them. */
export function markSeen(world: World, person: TenantPerson, conversation: string): void {
  const last = messagesOf(world, conversation).at(-1)?.id;
  const key = keyOf(person, conversation);
  if (last === undefined || world.state.seen.get(key) === last) return;
  world.state.seen.put(key, last);
  world.changed({ changed: 'view' });
}

/** A coordinator also reads the shared mailbox. Newest last. */
export function mailOf(world: World, person: TenantPerson): MailRecord[] {
  const own = mailAt(world, person.email);
  if (!person.coordinator) return own;
  const shared = mailAt(world, world.people.mailbox.address).filter((mail) => !own.includes(mail));
  return [...own, ...shared].sort((a, b) => a.at.localeCompare(b.at));
}

export const isRead = (mail: MailRecord, person: TenantPerson): boolean =>
  mail.readBy.includes(person.email.toLowerCase());

export const unreadMail = (world: World, person: TenantPerson): number =>
  mailOf(world, person).filter((mail) => !isRead(mail, person)).length;
