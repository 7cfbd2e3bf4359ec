import { afterEach, describe, expect, it } from 'vitest';
import { createMeeting, moveMeeting, readMeeting } from '../../src/graph/calendars.ts';
import { createChannel, findChannel, lookAtOperation } from '../../src/graph/channels.ts';
import { makeGraph, type Graph } from '../../src/graph/client.ts';
import { upload } from '../../src/graph/files.ts';
import { londonTime } from '../../src/graph/londonTime.ts';
import { addMember } from '../../src/graph/members.ts';
import { readSchedules } from '../../src/graph/schedules.ts';
import { startWire, type Seen, type Told } from '../delivery/support/wire.ts';

let closing: (() => Promise<void>) | undefined;
afterEach(async () => closing?.());

async function graphThat(answer: (seen: Seen) => Told): Promise<{ graph: Graph; seen: Seen[] }> {
  const { url, seen, close } = await startWire(answer);
  closing = close;
  return { graph: makeGraph({ baseUrl: url, token: async () => 'secret', insecureLoopback: true }), seen };
}

describe('channels', () => {
  const channel = { teamId: 'team', name: 'NBC-2026-0001', type: 'shared', owner: 'ann' } as const;

  it('a shared channel names one owner and gives the operation, by Location or Content-Location', async () => {
    const places = [
      { location: "/teams('team')/operations('op-1')" },
      { location: "/teams('team')/channels('c')", 'content-location': '/teams/team/operations/op-2' },
    ];
    const { graph, seen } = await graphThat(() => ({ status: 202, headers: places[seen.length - 1] ?? {} }));
    expect(await createChannel(graph, channel)).toEqual({ operation: '/teams/team/operations/op-1' });
    expect(await createChannel(graph, channel)).toEqual({ operation: '/teams/team/operations/op-2' });
    expect(seen[0]?.body).toEqual({
      displayName: 'NBC-2026-0001',
      membershipType: 'shared',
      members: [
        {
          '@odata.type': '#microsoft.graph.aadUserConversationMember',
          'user@odata.bind': `${graph.base}/users('ann')`,
          roles: ['owner'],
        },
      ],
    });
  });

  it('an operation is over only when it succeeded or failed', async () => {
    const states = ['notStarted', 'inProgress', 'somethingNew', 'succeeded', 'failed'];
    const { graph, seen } = await graphThat(() => ({
      status: 200,
      body: { status: states[seen.length - 1], targetResourceId: '19:x' },
    }));
    const looked = [];
    for (const _ of states) looked.push((await lookAtOperation(graph, '/teams/t/operations/o')).status);
    expect(looked).toEqual(['running', 'running', 'running', 'succeeded', 'failed']);
  });

  it('our own channel is found by its name alone, whatever else the team lists', async () => {
    const value = [
      { id: '19:a', displayName: 'General' },
      { id: '19:b', displayName: 'nbc-2026-0001' },
    ];
    const { graph, seen } = await graphThat(() => ({ status: 200, body: { value } }));
    expect((await findChannel(graph, 'team', 'NBC-2026-0001'))?.id).toBe('19:b');
    expect(seen[0]?.query.get('$filter')).toBe("displayName eq 'NBC-2026-0001'");
    expect(await findChannel(graph, 'team', 'NBC-2026-0002')).toBeNull();
  });

  it('people of other organisations are added with their tenant', async () => {
    const { graph, seen } = await graphThat(() => ({ status: 201, body: {} }));
    await addMember(graph, { teamId: 'team', channelId: '19:b' }, { objectId: 'bob', tenantId: 'police' });
    expect(seen[0]).toMatchObject({
      path: '/v1.0/teams/team/channels/19:b/members',
      body: { tenantId: 'police', roles: [] },
    });
  });
});

describe('calendars', () => {
  it('asks for 20 people at a time, and what cannot be seen is unknown', async () => {
    const emails = Array.from({ length: 23 }, (_, i) => `p${String(i)}@example.org`);
    const { graph, seen } = await graphThat(({ body }) => {
      const { schedules } = body as { schedules: string[] };
      const value = schedules.map((scheduleId) =>
        scheduleId === 'p22@example.org'
          ? { scheduleId, error: { responseCode: '5009', message: 'x' } }
          : { scheduleId, availabilityView: '0', scheduleItems: [] },
      );
      return { status: 200, body: { value: value.filter(({ scheduleId }) => scheduleId !== 'p21@example.org') } };
    });
    const read = await readSchedules(graph, 'mailbox@x', {
      emails,
      from: '2026-09-07T00:00:00',
      to: '2026-09-08T00:00:00',
    });
    expect(seen.map(({ body }) => (body as { schedules: string[] }).schedules.length)).toEqual([20, 3]);
    expect(read.get('p0@example.org')).toEqual([]);
    expect(read.get('p21@example.org')).toBeNull();
    expect(read.get('p22@example.org')).toBeNull();
  });

  it('counts tentative and away as taken, and an answer in another zone as unknown', async () => {
    const span = (zone: string) => ({
      start: { dateTime: '2026-09-07T10:00:00.0000000', timeZone: zone },
      end: { dateTime: '2026-09-07T11:00:00.0000000', timeZone: zone },
    });
    const { graph } = await graphThat(() => ({
      status: 200,
      body: {
        value: [
          {
            scheduleId: 'A@x',
            scheduleItems: ['free', 'tentative', 'oof'].map((status) => ({ status, ...span('GMT Standard Time') })),
          },
          { scheduleId: 'b@x', scheduleItems: [{ status: 'busy', ...span('Tokyo Standard Time') }] },
        ],
      },
    }));
    const read = await readSchedules(graph, 'm@x', {
      emails: ['a@x', 'b@x'],
      from: '2026-09-07T00:00:00',
      to: '2026-09-08T00:00:00',
    });
    expect(read.get('a@x')).toEqual(Array(2).fill({ from: '2026-09-07T10:00', to: '2026-09-07T11:00' }));
    expect(read.get('b@x')).toBeNull();
  });

  const meeting = {
    subject: 'NBC-2026-0001',
    start: londonTime('2026-09-09', '10:00'),
    end: londonTime('2026-09-09', '10:00', 90),
    attendees: [{ email: 'a@x', name: 'A' }, { email: 'v@x' }],
    html: '<p>words</p>',
  };

  it('a meeting carries its key, hides who else was asked, and says London', async () => {
    const { graph, seen } = await graphThat(() => ({
      status: 201,
      body: { id: 'e1', onlineMeeting: { joinUrl: 'https://join' } },
    }));
    expect(await createMeeting(graph, 'm@x', 'key-1', meeting)).toMatchObject({
      eventId: 'e1',
      joinUrl: 'https://join',
    });
    expect(seen[0]?.body).toMatchObject({
      subject: 'NBC-2026-0001',
      transactionId: 'key-1',
      hideAttendees: true,
      isOnlineMeeting: true,
      start: { dateTime: '2026-09-09T10:00:00', timeZone: 'GMT Standard Time' },
      end: { dateTime: '2026-09-09T11:30:00', timeZone: 'GMT Standard Time' },
    });
  });

  it('a move leaves the body alone, so that the join link stays', async () => {
    const { graph, seen } = await graphThat(() => ({ status: 200, body: { id: 'e1' } }));
    await moveMeeting(graph, 'm@x', 'e1', meeting);
    expect(Object.keys(seen[0]?.body as object).sort()).toEqual(['attendees', 'end', 'start']);
  });

  it('reads answers; whoever has not answered reads as none', async () => {
    const attendees = ['accepted', 'declined', 'tentativelyAccepted', 'notResponded'].map((response, i) => ({
      emailAddress: { address: `${String(i)}@x` },
      status: { response },
    }));
    const { graph } = await graphThat(() => ({
      status: 200,
      body: { id: 'e1', attendees: [...attendees, { emailAddress: { address: '4@x' } }] },
    }));
    const read = await readMeeting(graph, 'm@x', 'e1');
    expect(read?.answers.map(({ answer }) => answer)).toEqual(['accepted', 'declined', 'tentative', 'none', 'none']);
  });

  it('an event that was deleted or called off is none; a mailbox that is gone is a fault and says nothing of the event', async () => {
    const gone = (code: string) => graphThat(() => ({ status: 404, body: { error: { code, message: 'x' } } }));
    const called = await graphThat(() => ({ status: 200, body: { id: 'e1', isCancelled: true } }));
    expect(await readMeeting((await gone('ErrorItemNotFound')).graph, 'm@x', 'e1')).toBeNull();
    expect(await readMeeting(called.graph, 'm@x', 'e1')).toBeNull();
    await expect(readMeeting((await gone('ErrorInvalidUser')).graph, 'm@x', 'e1')).rejects.toThrow('ErrorInvalidUser');
  });
});

describe('files', () => {
  it('a file replaces an earlier one of its name', async () => {
    const { graph, seen } = await graphThat(() => ({ status: 200, body: { id: 'f1' } }));
    const file = { name: 'NBC-2026-0001 pack.docx', content: new Uint8Array([1]), contentType: 'application/x' };
    await upload(graph, { driveId: 'b!d', itemId: '01' }, file);
    expect(seen[0]).toMatchObject({
      method: 'PUT',
      path: '/v1.0/drives/b!d/items/01:/NBC-2026-0001 pack.docx:/content',
    });
    expect(seen[0]?.query.get('@microsoft.graph.conflictBehavior')).toBe('replace');
  });
});
