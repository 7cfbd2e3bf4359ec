import { z } from 'zod/v4';
import { hexOf, newId } from '../identifiers.ts';
import { sendCancellation, sendInvitations } from '../teamwork/invitations.ts';
import { param, Refused, reply, type Call, type Reply } from '../wire/call.ts';
import type { EventRecord } from '../state/records.ts';
import type { World } from '../world.ts';
import { bodyOf } from './bodies.ts';
import { attendeesFrom, EventBody, spanOf } from './eventBody.ts';
import { copyId, eventRow } from './eventRow.ts';
import { collection, entity, select } from './odata.ts';
import { preferredZone } from './times.ts';
import { demandMailbox } from './users.ts';

export function listEvents(world: World, call: Call): Reply {
  const mailbox = demandMailbox(world, call);
  const zone = preferredZone(call);
  const rows = world.state.events
    .all()
    .filter((one) => !(one.cancelled && one.mailbox === mailbox))
    .filter((one) => one.mailbox === mailbox || one.attendees.some((attendee) => attendee.address === mailbox))
    .sort((a, b) => a.start.localeCompare(b.start))
    .map((one) => eventRow(world, one, mailbox, zone));
  return reply(
    200,
    collection(call, `${world.urls.graph}/v1.0/users/${param(call, 'user')}/events`, 'users/events', rows),
  );
}

/** A repeated `transactionId` answers with the event that the first request made. Invitations go out at once. */
export function createEvent(world: World, call: Call): Reply {
  const mailbox = demandMailbox(world, call);
  const body = bodyOf(call, EventBody);
  const zone = preferredZone(call);
  const earlier = world.state.events
    .all()
    .find((one) => one.mailbox === mailbox && one.transactionId !== null && one.transactionId === body.transactionId);
  if (earlier !== undefined) return reply(201, entity('users/events/$entity', eventRow(world, earlier, mailbox, zone)));
  const event = newEvent(world, mailbox, body);
  world.state.events.put(event.id, event);
  sendInvitations(
    world,
    event,
    event.attendees.map((one) => one.address),
    'new',
  );
  world.notifier.eventChanged(mailbox, 'created', event.id);
  return reply(201, entity('users/events/$entity', eventRow(world, event, mailbox, zone)));
}

function newEvent(world: World, mailbox: string, body: EventBody): EventRecord {
  const id = `AAMkEvent${hexOf(newId(), 48)}`;
  const at = world.now().toISOString();
  const online = body.isOnlineMeeting ?? false;
  return {
    id,
    mailbox,
    transactionId: body.transactionId ?? null,
    ...spanOf(body, null),
    ...wordsOf(body, { subject: '', body: { contentType: 'html', content: '' }, location: '' }),
    startZone: body.start?.timeZone ?? 'UTC',
    endZone: body.end?.timeZone ?? 'UTC',
    allDay: body.isAllDay ?? false,
    attendees: attendeesFrom(world, body, [], false),
    hideAttendees: body.hideAttendees ?? false,
    online,
    joinUrl: online ? `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${hexOf(id, 24)}%40thread.v2/0` : null,
    sensitivity: body.sensitivity ?? 'normal',
    showAs: body.showAs ?? 'busy',
    importance: body.importance ?? 'normal',
    categories: body.categories ?? [],
    allowNewTimeProposals: body.allowNewTimeProposals ?? true,
    responseRequested: body.responseRequested ?? true,
    cancelled: false,
    createdAt: at,
    changedAt: at,
    change: 1,
  };
}

function wordsOf(
  body: EventBody,
  before: Pick<EventRecord, 'subject' | 'body' | 'location'>,
): Pick<EventRecord, 'subject' | 'body' | 'location'> {
  const contentType = body.body?.contentType ?? before.body.contentType;
  return {
    subject: body.subject ?? before.subject,
    body:
      body.body == null ? before.body : { contentType: contentType.toLowerCase(), content: body.body.content ?? '' },
    location: body.location?.displayName ?? before.location,
  };
}

/** The event that an id names in a mailbox: the organiser's own, or the copy of somebody invited. */
function demandEvent(world: World, call: Call): { event: EventRecord; mailbox: string } {
  const mailbox = demandMailbox(world, call);
  const id = param(call, 'event');
  const event = world.state.events
    .all()
    .find((one) => copyId(one, mailbox) === id && !(one.cancelled && one.mailbox === mailbox));
  if (event === undefined)
    throw new Refused(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  return { event, mailbox };
}

export function getEvent(world: World, call: Call): Reply {
  const { event, mailbox } = demandEvent(world, call);
  return reply(
    200,
    entity('users/events/$entity', select(eventRow(world, event, mailbox, preferredZone(call)), call.query.$select)),
  );
}

/** A change of time or people goes out to the attendees by itself. */
export function updateEvent(world: World, call: Call): Reply {
  const { event, mailbox } = demandEvent(world, call);
  const body = bodyOf(call, EventBody);
  if (event.mailbox !== mailbox)
    throw new Refused(403, 'ErrorAccessDenied', 'Only the organiser can change the meeting.');
  if (body.transactionId != null)
    throw new Refused(400, 'ErrorPropertyValidationFailure', 'transactionId cannot be changed.');
  if (event.online && body.isOnlineMeeting === false) {
    throw new Refused(400, 'ErrorPropertyValidationFailure', 'An online meeting cannot be made an ordinary one.');
  }
  const span = spanOf(body, event);
  const moved = span.start !== event.start || span.end !== event.end;
  const changed: EventRecord = {
    ...event,
    ...span,
    ...wordsOf(body, event),
    startZone: body.start?.timeZone ?? event.startZone,
    endZone: body.end?.timeZone ?? event.endZone,
    attendees: attendeesFrom(world, body, event.attendees, moved),
    hideAttendees: body.hideAttendees ?? event.hideAttendees,
    sensitivity: body.sensitivity ?? event.sensitivity,
    changedAt: world.now().toISOString(),
    change: event.change + 1,
  };
  world.state.events.put(event.id, changed);
  tellAboutChange(world, event, changed, moved || body.body != null || body.subject != null || body.location != null);
  world.notifier.eventChanged(mailbox, 'updated', event.id);
  return reply(200, entity('users/events/$entity', eventRow(world, changed, mailbox, preferredZone(call))));
}

function tellAboutChange(world: World, before: EventRecord, after: EventRecord, forAll: boolean): void {
  const earlier = new Set(before.attendees.map((one) => one.address));
  const now = new Set(after.attendees.map((one) => one.address));
  const added = [...now].filter((address) => !earlier.has(address));
  sendInvitations(world, after, added, 'new');
  if (forAll)
    sendInvitations(
      world,
      after,
      [...now].filter((address) => earlier.has(address)),
      'changed',
    );
  sendCancellation(
    world,
    after,
    [...earlier].filter((address) => !now.has(address)),
    '',
  );
}

const CancelBody = z.strictObject({ comment: z.string().nullish(), Comment: z.string().nullish() });

export function cancelEvent(world: World, call: Call): Reply {
  const { event, mailbox } = demandEvent(world, call);
  const body = bodyOf(call, CancelBody);
  if (event.mailbox !== mailbox)
    throw new Refused(400, 'ErrorInvalidRequest', 'You need to be an organizer to cancel a meeting.');
  cancel(world, event, body.comment ?? body.Comment ?? '');
  return reply(202);
}

/** Deleting the organiser's event sends cancellations too. */
export function deleteEvent(world: World, call: Call): Reply {
  const { event, mailbox } = demandEvent(world, call);
  if (event.mailbox === mailbox) cancel(world, event, '');
  else {
    const attendees = event.attendees.filter((one) => one.address !== mailbox);
    world.state.events.put(event.id, { ...event, attendees });
  }
  return reply(204);
}

function cancel(world: World, event: EventRecord, comment: string): void {
  const cancelled = { ...event, cancelled: true, changedAt: world.now().toISOString(), change: event.change + 1 };
  world.state.events.put(event.id, cancelled);
  sendCancellation(
    world,
    cancelled,
    cancelled.attendees.map((one) => one.address),
    comment,
  );
  world.notifier.eventChanged(event.mailbox, 'deleted', event.id);
}
