import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarView, MailView } from '../../src/rehearsal/desk/protocol.ts';
import { MAILBOX, openBox, type Box } from './support/box.ts';

let box: Box;
beforeEach(async () => {
  box = await openBox();
});
afterEach(() => box.close());

const LONDON = { Prefer: 'outlook.timezone="Europe/London"' };
const attendee = (address: string) => ({ type: 'required', emailAddress: { address } });
const panel = (more: Record<string, unknown> = {}) => ({
  subject: 'NBC-2026-0001',
  body: { contentType: 'html', content: '<p>Panel</p>' },
  start: { dateTime: '2026-09-16T10:00:00', timeZone: 'GMT Standard Time' },
  end: { dateTime: '2026-09-16T11:30:00', timeZone: 'GMT Standard Time' },
  attendees: [attendee('tom.brackley@marshwick-police.example'), attendee('constance.ebbw@westerby.example')],
  isOnlineMeeting: true,
  onlineMeetingProvider: 'teamsForBusiness',
  transactionId: 'panel-1',
  ...more,
});
const create = (more: Record<string, unknown> = {}) =>
  box.graph('POST', `/users/${MAILBOX}/events`, panel(more), LONDON);
const mail = async (as: string) => (await box.desk<MailView>('GET', `/mail?as=${as}`)).messages;
const calendar = (as: string) => box.desk<CalendarView>('GET', `/calendar?as=${as}`);

describe('events', () => {
  it('16 September 10:00 in London is 09:00 UTC, and comes back in the zone preferred', async () => {
    const made = await create();
    expect(made.body.start).toEqual({ dateTime: '2026-09-16T10:00:00.0000000', timeZone: 'Europe/London' });
    const read = await box.graph('GET', `/users/${MAILBOX}/events/${String(made.body.id)}`);
    expect(read.body.start).toEqual({ dateTime: '2026-09-16T09:00:00.0000000', timeZone: 'UTC' });
    expect(read.body.onlineMeeting?.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);
  });

  it('two events have two join links, and a repeated transaction makes no second event', async () => {
    const [open, again, closed] = [await create(), await create(), await create({ transactionId: 'panel-2' })];
    expect(again.body.id).toBe(open.body.id);
    expect(closed.body.onlineMeeting?.joinUrl).not.toBe(open.body.onlineMeeting?.joinUrl);
    expect(box.tenant.events()).toHaveLength(2);
    expect(await mail('tom-brackley')).toHaveLength(2);
  });

  it('invitations go out by mail at once, also to the victim who has no Teams', async () => {
    await create({ attendees: [attendee('elsie.wainfleet@post.example')], hideAttendees: true });
    const [invitation] = await mail('elsie-wainfleet');
    expect(invitation?.subject).toBe('NBC-2026-0001');
    expect(invitation?.html).toContain('Wed 16 September 2026, 10:00 to 11:30');
    const [event] = (await calendar('elsie-wainfleet')).events;
    expect([event?.id, event?.mine, event?.timeWords]).toEqual([invitation?.calendar, 'none', '10:00 to 11:30']);
  });

  it('hidden attendees see themselves alone', async () => {
    await create({ hideAttendees: true });
    expect((await calendar('tom-brackley')).events[0]?.attendees.map((one) => one.name)).toEqual(['Tom Brackley']);
    expect((await calendar('priya-marlow')).events[0]?.attendees).toHaveLength(2);
  });

  it('a new time asks everybody again; cancelling takes the event from the organiser and tells the others', async () => {
    const { body } = await create();
    const path = `/users/${MAILBOX}/events/${String(body.id)}`;
    const invited = (await calendar('tom-brackley')).events[0]?.id ?? '';
    await box.desk('POST', '/calendar/answer', { as: 'tom-brackley', eventId: invited, answer: 'accepted' });
    const moved = await box.graph('PATCH', path, {
      start: { dateTime: '2026-09-17T10:00:00', timeZone: 'Europe/London' },
      end: { dateTime: '2026-09-17T11:30:00', timeZone: 'Europe/London' },
    });
    expect(moved.body.attendees?.map((one) => one.status?.response)).toEqual(['none', 'none']);
    expect((await mail('tom-brackley'))[0]?.subject).toBe('Changed: NBC-2026-0001');
    expect((await box.graph('POST', `${path}/cancel`, { comment: 'Not needed' })).status).toBe(202);
    expect((await box.graph('GET', path)).body.error?.code).toBe('ErrorItemNotFound');
    expect((await calendar('tom-brackley')).events[0]?.cancelled).toBe(true);
    expect((await mail('tom-brackley'))[0]?.subject).toBe('Cancelled: NBC-2026-0001');
  });

  it('refuses what Graph refuses: an end before the start, an unknown member, an unknown zone', async () => {
    const end = { dateTime: '2026-09-16T09:00:00', timeZone: 'Europe/London' };
    const zone = { dateTime: '2026-09-16T12:00:00', timeZone: 'Mars/Olympus' };
    const answers = [await create({ end }), await create({ colour: 'red' }), await create({ end: zone })];
    expect(answers.map((answer) => answer.body.error?.code)).toEqual([
      'ErrorPropertyValidationFailure',
      'BadRequest',
      'TimeZoneNotSupportedException',
    ]);
  });
});

describe('answers to invitations', () => {
  it('show on the event, in the organiser mailbox, and reach the bot as a notification', async () => {
    const subscribed = await box.graph('POST', '/subscriptions', {
      changeType: 'updated',
      notificationUrl: box.bot.notificationsUrl,
      resource: `users/${MAILBOX}/events`,
      expirationDateTime: '2026-09-05T08:00:00Z',
      clientState: 'shared-secret',
    });
    expect(subscribed.status).toBe(201);
    const { body } = await create();
    const invited = (await calendar('tom-brackley')).events[0]?.id;
    await box.desk('POST', '/calendar/answer', { as: 'tom-brackley', eventId: invited, answer: 'declined' });
    await box.tenant.settled();
    expect(box.bot.notifications).toMatchObject([
      {
        subscriptionId: subscribed.body.id,
        changeType: 'updated',
        clientState: 'shared-secret',
        resourceData: { id: body.id },
      },
    ]);
    const read = await box.graph('GET', `/users/${MAILBOX}/events/${String(body.id)}`);
    expect(read.body.attendees?.map((one) => one.status?.response)).toEqual(['declined', 'none']);
    expect(box.tenant.mailTo(MAILBOX).map((one) => one.subject)).toEqual(['Declined: NBC-2026-0001']);
  });

  it('a subscription is refused without the handshake, beyond seven days, or to an address elsewhere', async () => {
    const wanted = {
      changeType: 'updated',
      resource: `users/${MAILBOX}/events`,
      expirationDateTime: '2026-09-05T08:00:00Z',
    };
    const subscribe = (more: Record<string, unknown>) => box.graph('POST', '/subscriptions', { ...wanted, ...more });
    const url = box.bot.notificationsUrl;
    expect((await subscribe({ notificationUrl: `${url}/nowhere` })).body.error?.code).toBe('ValidationError');
    expect(
      (await subscribe({ notificationUrl: url, expirationDateTime: '2026-09-10T08:00:00Z' })).body.error?.code,
    ).toBe('ValidationError');
    expect((await subscribe({ notificationUrl: 'https://elsewhere.example/x' })).body.error?.code).toBe(
      'ValidationError',
    );
  });
});

describe('free and busy', () => {
  it('host people and the landlord can be seen, the police not: an error of their own inside the 200', async () => {
    const answer = await box.graph(
      'POST',
      `/users/${MAILBOX}/calendar/getSchedule`,
      {
        schedules: [
          'marcus.oyelaran@nonesuch.example',
          'oonagh.pell@larkfield-homes.example',
          'tom.brackley@marshwick-police.example',
          'nobody@void.example',
        ],
        startTime: { dateTime: '2026-09-14T09:00:00', timeZone: 'Europe/London' },
        endTime: { dateTime: '2026-09-18T17:00:00', timeZone: 'Europe/London' },
        availabilityViewInterval: 60,
      },
      LONDON,
    );
    expect(answer.status).toBe(200);
    expect(answer.body.value?.map((one) => one.error?.responseCode ?? 'seen')).toEqual([
      'seen',
      'seen',
      '5009',
      '5009',
    ]);
    const marcus = answer.body.value?.[0];
    expect(String(marcus?.availabilityView)).toMatch(/^[0123]{104}$/);
    expect(marcus?.scheduleItems?.length).toBeGreaterThan(0);
  });

  it('an accepted meeting is busy, a declined one free', async () => {
    await create({ attendees: [attendee('marcus.oyelaran@nonesuch.example')] });
    const view = async () => {
      const answer = await box.graph('POST', `/users/${MAILBOX}/calendar/getSchedule`, {
        schedules: ['marcus.oyelaran@nonesuch.example'],
        startTime: { dateTime: '2026-09-16T09:00:00', timeZone: 'UTC' },
        endTime: { dateTime: '2026-09-16T10:30:00', timeZone: 'UTC' },
        availabilityViewInterval: 90,
      });
      return answer.body.value?.[0]?.scheduleItems
        ?.filter((item) => String(item.start?.dateTime).startsWith('2026-09-16T09:00'))
        .map((item) => item.status);
    };
    const eventId = (await calendar('marcus-oyelaran')).events[0]?.id;
    expect(await view()).toContain('tentative');
    await box.desk('POST', '/calendar/answer', { as: 'marcus-oyelaran', eventId, answer: 'declined' });
    expect(await view()).not.toContain('tentative');
  });
});

describe('mail', () => {
  const message = (more: Record<string, unknown> = {}) => ({
    subject: 'NBC-2026-0001',
    body: { contentType: 'text', content: 'Please fill in the form.' },
    toRecipients: [{ emailAddress: { address: 'helena.voss@marshwick-police.example' } }],
    ...more,
  });

  it('sendMail is taken with 202 and no id, and arrives', async () => {
    const attachments = [
      {
        '@odata.type': '#microsoft.graph.fileAttachment',
        name: 'pack.txt',
        contentType: 'text/plain',
        contentBytes: 'UGFjaw==',
      },
    ];
    const sent = await box.graph('POST', `/users/${MAILBOX}/sendMail`, {
      message: message({ attachments }),
      saveToSentItems: true,
    });
    expect([sent.status, sent.body]).toEqual([202, {}]);
    const [arrived] = await mail('helena-voss');
    expect(arrived).toMatchObject({
      from: `Nonesuch Borough Council <${MAILBOX}>`,
      subject: 'NBC-2026-0001',
      read: false,
    });
    expect((await mail('helena-voss'))[0]?.read).toBe(true);
    const link = /href="([^"]+)"/.exec(arrived?.html ?? '')?.[1] ?? '';
    expect(await (await fetch(`${box.tenant.url}${link}`)).text()).toBe('Pack');
  });

  it('a draft has an id, is seen by nobody, and can be sent once', async () => {
    const draft = await box.graph('POST', `/users/${MAILBOX}/messages`, message());
    expect([draft.status, await mail('helena-voss')]).toEqual([201, []]);
    const send = () => box.graph('POST', `/users/${MAILBOX}/messages/${String(draft.body.id)}/send`);
    expect([(await send()).status, (await send()).status]).toEqual([202, 404]);
    expect(await mail('helena-voss')).toHaveLength(1);
  });
});
