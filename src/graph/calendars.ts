import { z } from 'zod/v4';
import { at, type Graph } from './client.ts';
import { GraphFault } from './fault.ts';
import { LONDON } from './londonTime.ts';

export interface Meeting {
  /** Goes to lock screens and other organisations: the case reference alone. */
  subject: string;
  start: { dateTime: string; timeZone: string };
  end: { dateTime: string; timeZone: string };
  attendees: { email: string; name?: string }[];
  html: string;
}
const Event = z.looseObject({
  id: z.string(),
  isCancelled: z.boolean().nullish(),
  onlineMeeting: z.looseObject({ joinUrl: z.string().nullish() }).nullish(),
  attendees: z
    .array(
      z.looseObject({
        emailAddress: z.looseObject({ address: z.string().nullish() }).nullish(),
        status: z.looseObject({ response: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
});
export type Answer = 'accepted' | 'declined' | 'tentative' | 'none';
export interface BookedMeeting {
  eventId: string;
  joinUrl: string | null;
  answers: { email: string; answer: Answer }[];
}

const ids = { Prefer: `IdType="ImmutableId", outlook.timezone="${LONDON}"` };

/** Makes an online meeting in the mailbox and invites; a repeat with the same `transactionId` makes no second one. */
export async function createMeeting(
  graph: Graph,
  mailbox: string,
  transactionId: string,
  meeting: Meeting,
): Promise<BookedMeeting> {
  const body = {
    ...timesAndPeople(meeting),
    subject: meeting.subject,
    body: { contentType: 'html', content: meeting.html },
    // Nobody learns from the invitation who else was asked.
    hideAttendees: true,
    allowNewTimeProposals: false,
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    transactionId,
  };
  return booked((await graph.post(at`/users/${mailbox}/events`, body, { headers: ids })).body);
}

/** Moves it; those invited are told by Graph. The attendees are replaced as a whole. The body stays, with its join link. */
export async function moveMeeting(
  graph: Graph,
  mailbox: string,
  eventId: string,
  meeting: Pick<Meeting, 'start' | 'end' | 'attendees'>,
): Promise<BookedMeeting> {
  const path = at`/users/${mailbox}/events/${eventId}`;
  return booked((await graph.patch(path, timesAndPeople(meeting), { headers: ids })).body);
}

/** Calls it off and tells everybody invited; the comment goes to all of them, so it says nothing of the case. */
export async function cancelMeeting(graph: Graph, mailbox: string, eventId: string, comment: string): Promise<void> {
  await graph.post(at`/users/${mailbox}/events/${eventId}/cancel`, { comment }, { headers: ids });
}

/**
 * The event with each invitee's answer so far; null where somebody deleted it or called it off in the calendar. Outsiders who
 * never answer read as `none`.
 */
export async function readMeeting(graph: Graph, mailbox: string, eventId: string): Promise<BookedMeeting | null> {
  const query = { $select: 'id,isCancelled,attendees,onlineMeeting' };
  try {
    const { body } = await graph.get(at`/users/${mailbox}/events/${eventId}`, { query, headers: ids });
    return Event.parse(body).isCancelled === true ? null : booked(body);
  } catch (fault) {
    // A mailbox that is gone answers 404 too, with another code: that says nothing of the event.
    if (fault instanceof GraphFault && fault.status === 404 && fault.code === 'ErrorItemNotFound') return null;
    throw fault;
  }
}

function timesAndPeople({ start, end, attendees }: Pick<Meeting, 'start' | 'end' | 'attendees'>) {
  return {
    start,
    end,
    attendees: attendees.map(({ email, name }) => ({
      type: 'required',
      emailAddress: name === undefined ? { address: email } : { address: email, name },
    })),
  };
}

function booked(body: unknown): BookedMeeting {
  const event = Event.parse(body);
  return {
    eventId: event.id,
    joinUrl: event.onlineMeeting?.joinUrl ?? null,
    answers: (event.attendees ?? []).flatMap(({ emailAddress, status }) =>
      typeof emailAddress?.address === 'string'
        ? [{ email: emailAddress.address, answer: answerOf(status?.response) }]
        : [],
    ),
  };
}

function answerOf(response: string | null | undefined): Answer {
  if (response === 'accepted' || response === 'declined') return response;
  return response === 'tentativelyAccepted' ? 'tentative' : 'none';
}
