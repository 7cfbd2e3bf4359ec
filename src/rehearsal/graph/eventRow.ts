import { hexOf } from '../identifiers.ts';
import type { EventRecord } from '../state/records.ts';
import type { World } from '../world.ts';
import { writeTime } from './times.ts';

const NEVER = '0001-01-01T00:00:00Z';

/** The same event has another id in the calendar of each person invited. */
export const copyId = (event: EventRecord, address: string): string =>
  event.mailbox === address ? event.id : `AAMkCopy${hexOf(`${event.id} ${address}`, 40)}`;

/** An event as Graph shows it in one mailbox, times in the zone preferred. */
export function eventRow(world: World, event: EventRecord, mailbox: string, zone: string): Record<string, unknown> {
  const organiser = event.mailbox === mailbox;
  const mine = event.attendees.find((one) => one.address === mailbox);
  const etag = `W/"${event.id}.${event.change}"`;
  return {
    '@odata.etag': etag,
    id: copyId(event, mailbox),
    createdDateTime: event.createdAt,
    lastModifiedDateTime: event.changedAt,
    changeKey: `${event.change}`,
    categories: event.categories,
    transactionId: organiser ? event.transactionId : null,
    originalStartTimeZone: event.startZone,
    originalEndTimeZone: event.endZone,
    iCalUId: hexOf(event.id, 32),
    hasAttachments: false,
    subject: event.subject,
    bodyPreview: event.body.content
      .replace(/<[^>]*>/g, ' ')
      .trim()
      .slice(0, 255),
    importance: event.importance,
    sensitivity: event.sensitivity,
    isAllDay: event.allDay,
    isCancelled: event.cancelled,
    isOrganizer: organiser,
    responseRequested: event.responseRequested,
    seriesMasterId: null,
    showAs: event.showAs,
    type: 'singleInstance',
    onlineMeetingUrl: null,
    isOnlineMeeting: event.online,
    onlineMeetingProvider: event.online ? 'teamsForBusiness' : 'unknown',
    allowNewTimeProposals: event.allowNewTimeProposals,
    isDraft: false,
    hideAttendees: event.hideAttendees,
    recurrence: null,
    onlineMeeting: event.joinUrl === null ? null : { joinUrl: event.joinUrl },
    responseStatus: organiser
      ? { response: 'organizer', time: NEVER }
      : {
          response: mine?.answer === 'none' ? 'notResponded' : (mine?.answer ?? 'none'),
          time: mine?.answeredAt ?? NEVER,
        },
    body: event.body,
    start: writeTime(event.start, zone),
    end: writeTime(event.end, zone),
    location: { displayName: event.location },
    locations: event.location === '' ? [] : [{ displayName: event.location }],
    attendees: event.attendees
      .filter((one) => organiser || !event.hideAttendees || one.address === mailbox)
      .map((one) => ({
        type: one.type,
        status: { response: one.answer, time: one.answeredAt ?? NEVER },
        emailAddress: { name: one.name, address: one.address },
      })),
    organizer: { emailAddress: organiserOf(world, event) },
  };
}

export function organiserOf(world: World, event: EventRecord): { name: string; address: string } {
  const person = world.people.byEmail(event.mailbox);
  return { name: person?.name ?? world.people.mailbox.name, address: event.mailbox };
}
