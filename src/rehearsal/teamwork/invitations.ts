import { organiserOf } from '../graph/eventRow.ts';
import { dayWords, londonClock, londonDay } from '../londonTime.ts';
import type { Answer, EventRecord } from '../state/records.ts';
import type { World } from '../world.ts';
import { escapeHtml } from './html.ts';
import { post } from './mailroom.ts';

export const timeWords = (event: { start: string; end: string }): string =>
  `${londonClock(new Date(event.start))} to ${londonClock(new Date(event.end))}`;

/** Mails an invitation, or word of a change, to each address. */
export function sendInvitations(world: World, event: EventRecord, addresses: string[], what: 'new' | 'changed'): void {
  for (const address of addresses) {
    post(world, {
      from: organiserOf(world, event),
      to: [{ name: nameOf(event, address), address }],
      subject: what === 'new' ? event.subject : `Changed: ${event.subject}`,
      html: `${whenAndWhere(event)}${bodyHtml(event)}`,
      eventId: event.id,
    });
  }
  world.changed({ changed: 'calendar' });
}

export function sendCancellation(world: World, event: EventRecord, addresses: string[], comment: string): void {
  for (const address of addresses) {
    const words = comment === '' ? '' : `<p>${escapeHtml(comment)}</p>`;
    post(world, {
      from: organiserOf(world, event),
      to: [{ name: nameOf(event, address), address }],
      subject: `Cancelled: ${event.subject}`,
      html: `${words}${whenAndWhere(event)}`,
    });
  }
  world.changed({ changed: 'calendar' });
}

const SAID: Record<Exclude<Answer, 'none'>, string> = {
  accepted: 'Accepted',
  declined: 'Declined',
  tentativelyAccepted: 'Tentative',
};

/** An attendee answers: the organiser's event shows it, a mail says so, and whoever subscribed is told. */
export function answerInvitation(
  world: World,
  event: EventRecord,
  address: string,
  answer: Exclude<Answer, 'none'>,
): EventRecord {
  const at = world.now().toISOString();
  const answered: EventRecord = {
    ...event,
    attendees: event.attendees.map((one) => (one.address === address ? { ...one, answer, answeredAt: at } : one)),
    changedAt: at,
    change: event.change + 1,
  };
  world.state.events.put(event.id, answered);
  post(world, {
    from: { name: nameOf(event, address), address },
    to: [organiserOf(world, event)],
    subject: `${SAID[answer]}: ${event.subject}`,
    html: whenAndWhere(event),
  });
  world.changed({ changed: 'calendar' });
  world.notifier.eventChanged(event.mailbox, 'updated', event.id);
  return answered;
}

const nameOf = (event: EventRecord, address: string): string =>
  event.attendees.find((one) => one.address === address)?.name ?? address;

function whenAndWhere(event: EventRecord): string {
  const where = event.location === '' ? '' : `<p>Where: ${escapeHtml(event.location)}</p>`;
  const join =
    event.joinUrl === null ? '' : `<p><a href="${escapeHtml(event.joinUrl)}">Join the meeting online</a></p>`;
  return `<p>When: ${dayWords(londonDay(new Date(event.start)))}, ${timeWords(event)}</p>${where}${join}`;
}

export const bodyHtml = (event: EventRecord): string =>
  event.body.contentType === 'text'
    ? `<p>${escapeHtml(event.body.content).replaceAll('\n', '<br>')}</p>`
    : event.body.content;
