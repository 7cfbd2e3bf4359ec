import { z } from 'zod/v4';
import { Refused } from '../wire/call.ts';
import type { EventRecord } from '../state/records.ts';
import type { World } from '../world.ts';
import { DateTimeZone, readTime } from './times.ts';

const Attendee = z.looseObject({
  type: z.enum(['required', 'optional', 'resource']).nullish(),
  emailAddress: z.looseObject({ address: z.string().min(3), name: z.string().nullish() }),
});

/** What the bot may write on an event. Anything else is a mistake, which Graph answers with 400. */
export const EventBody = z.strictObject({
  '@odata.type': z.string().optional(),
  subject: z.string().nullish(),
  body: z.looseObject({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  start: DateTimeZone.optional(),
  end: DateTimeZone.optional(),
  isAllDay: z.boolean().nullish(),
  location: z.looseObject({ displayName: z.string().nullish() }).nullish(),
  locations: z.array(z.looseObject({})).optional(),
  attendees: z.array(Attendee).max(500).optional(),
  hideAttendees: z.boolean().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeetingProvider: z.string().nullish(),
  transactionId: z.string().nullish(),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']).nullish(),
  showAs: z.string().nullish(),
  importance: z.enum(['low', 'normal', 'high']).nullish(),
  categories: z.array(z.string()).optional(),
  allowNewTimeProposals: z.boolean().nullish(),
  responseRequested: z.boolean().nullish(),
  isReminderOn: z.boolean().nullish(),
  reminderMinutesBeforeStart: z.number().int().nullish(),
  singleValueExtendedProperties: z.array(z.looseObject({})).optional(),
});
export type EventBody = z.infer<typeof EventBody>;

/** `attendees` is replaced as a whole; who was there already keeps their answer unless the time moved. */
export function attendeesFrom(
  world: World,
  body: EventBody,
  before: EventRecord['attendees'],
  timeMoved: boolean,
): EventRecord['attendees'] {
  const wanted = body.attendees?.map((one) => ({
    address: one.emailAddress.address.toLowerCase(),
    name: one.emailAddress.name ?? world.people.byEmail(one.emailAddress.address)?.name ?? one.emailAddress.address,
    type: one.type ?? 'required',
  }));
  return (wanted ?? before).map((one) => {
    const held = timeMoved ? undefined : before.find((earlier) => earlier.address === one.address);
    return { ...one, answer: held?.answer ?? 'none', answeredAt: held?.answeredAt ?? null };
  });
}

/** Start and end as instants. Refuses an end that is not after the start. */
export function spanOf(body: EventBody, before: { start: string; end: string } | null): { start: string; end: string } {
  const start = body.start === undefined ? before?.start : readTime(body.start).toISOString();
  const end = body.end === undefined ? before?.end : readTime(body.end).toISOString();
  if (start === undefined || end === undefined)
    throw new Refused(400, 'ErrorInvalidParameter', 'An event needs a start and an end.');
  if (end <= start) throw new Refused(400, 'ErrorPropertyValidationFailure', 'The end must be after the start.');
  return { start, end };
}
