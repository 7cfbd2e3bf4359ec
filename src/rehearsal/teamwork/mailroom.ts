import { newId } from '../identifiers.ts';
import type { MailRecord } from '../state/records.ts';
import type { World } from '../world.ts';

export type Letter = Pick<MailRecord, 'from' | 'to' | 'subject' | 'html'> &
  Partial<Pick<MailRecord, 'cc' | 'bcc' | 'eventId' | 'attachments' | 'headers'>>;

/** Puts a mail into the tenant. Who is named as recipient and has a mailbox here finds it there at once. */
export function post(world: World, letter: Letter): MailRecord {
  const id = `AAMkMail${newId()}`;
  const mail: MailRecord = {
    cc: [],
    bcc: [],
    attachments: [],
    headers: [],
    ...letter,
    id,
    at: world.now().toISOString(),
    draft: false,
    readBy: [],
  };
  world.state.mail.put(id, mail);
  tellMail(world);
  return mail;
}

export function tellMail(world: World): void {
  world.changed({ changed: 'mail' });
  world.changed({ changed: 'view' });
}

export const recipients = (mail: MailRecord): string[] =>
  [...mail.to, ...mail.cc, ...mail.bcc].map((one) => one.address.toLowerCase());

/** Mail that has arrived at an address, oldest first. */
export const mailAt = (world: World, address: string): MailRecord[] =>
  world.state.mail.all().filter((mail) => !mail.draft && recipients(mail).includes(address.toLowerCase()));

/** Mail that was sent from an address, oldest first. */
export const mailFrom = (world: World, address: string): MailRecord[] =>
  world.state.mail.all().filter((mail) => !mail.draft && mail.from.address.toLowerCase() === address.toLowerCase());
