import { londonDay } from '../../londonTime.ts';
import type { MailRecord } from '../../state/records.ts';
import { escapeHtml } from '../../teamwork/html.ts';
import { copyId } from '../../graph/eventRow.ts';
import type { World } from '../../world.ts';
import { demandPerson } from '../acts/access.ts';
import type { MailView } from '../protocol.ts';
import { isRead, mailOf } from './unread.ts';

/** A person's mail, newest first. What they have been shown counts as read from then on. */
export function mailView(world: World, as: string): MailView {
  const person = demandPerson(world, as);
  const address = person.email.toLowerCase();
  const mails = mailOf(world, person);
  const messages = mails.map((mail) => ({
    id: mail.id,
    at: mail.at,
    day: londonDay(new Date(mail.at)),
    from: addressWords(mail.from),
    to: [...mail.to, ...mail.cc].map(addressWords),
    subject: mail.subject,
    html: `${mail.html}${attachmentsHtml(mail, as)}`,
    read: isRead(mail, person),
    ...calendarOf(world, mail, address),
  }));
  const fresh = mails.filter((mail) => !isRead(mail, person));
  for (const mail of fresh) world.state.mail.put(mail.id, { ...mail, readBy: [...mail.readBy, address] });
  if (fresh.length > 0) world.changed({ changed: 'view' });
  return { messages: messages.reverse() };
}

const addressWords = (one: { name: string; address: string }): string =>
  one.name === one.address ? one.address : `${one.name} <${one.address}>`;

function calendarOf(world: World, mail: MailRecord, address: string): { calendar?: string } {
  const event = mail.eventId === undefined ? undefined : world.state.events.get(mail.eventId);
  return event === undefined ? {} : { calendar: copyId(event, address) };
}

function attachmentsHtml(mail: MailRecord, as: string): string {
  if (mail.attachments.length === 0) return '';
  const links = mail.attachments.map((one) => {
    const url = `/desk/api/attachment/${encodeURIComponent(mail.id)}/${one.id}?as=${encodeURIComponent(as)}`;
    return `<li><a href="${url}">${escapeHtml(one.name)}</a></li>`;
  });
  return `<p>Attached:</p><ul>${links.join('')}</ul>`;
}
