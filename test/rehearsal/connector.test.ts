import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardActivity, chatOf, messagesSeen, send } from './support/acting.ts';
import { APP_ID, TENANT_ID } from './support/echoBot.ts';
import { caseChannel, openBox, TEAM, type Box } from './support/box.ts';

let box: Box;
beforeEach(async () => {
  box = await openBox();
});
afterEach(() => box.close());

const objectId = (person: string) => box.tenant.people.byId(person)?.account?.objectId ?? '';
const newThread = (channel: string, text: string) =>
  box.connector('POST', 'v3/conversations', {
    isGroup: true,
    channelData: { channel: { id: channel }, tenant: { id: TENANT_ID } },
    activity: cardActivity(text),
  });
const at = (conversation: string) => `v3/conversations/${encodeURIComponent(conversation)}`;

describe('personal chats', () => {
  const chat = (id: string, more: Record<string, unknown> = { tenantId: TENANT_ID }) =>
    box.connector('POST', 'v3/conversations', {
      isGroup: false,
      bot: { id: `28:${APP_ID}` },
      members: [{ id }],
      ...more,
    });

  it('open for a person of the host tenant, by object id, and always with the same id', async () => {
    const first = await chat(objectId('sunita-farrow'));
    const again = await chat(`29:${objectId('sunita-farrow')}`);
    expect(first.status).toBe(201);
    expect(again.body.id).toBe(first.body.id);
    await box.connector('POST', `${at(String(first.body.id))}/activities`, {
      type: 'message',
      text: 'Your action is due.',
    });
    const seen = await messagesSeen(box, 'sunita-farrow', chatOf(box, 'sunita-farrow'));
    expect(seen.map((one) => one.html)).toEqual(['Your action is due.']);
  });

  it('do not open for people of other tenants, who answer 403', async () => {
    const refused = await chat(objectId('tom-brackley'));
    expect([refused.status, refused.body.error?.code]).toEqual([403, 'ForbiddenOperationException']);
  });

  it('need a person and the tenant', async () => {
    expect((await chat('0b1e0000-0000-4000-8000-ffffffffffff')).status).toBe(400);
    expect((await chat(objectId('sunita-farrow'), {})).body.error?.code).toBe('BadArgument');
  });
});

describe('channels', () => {
  it('take a new thread, a reply in it, and an update in place', async () => {
    const channel = await caseChannel(box, 'NBC-2026-0001', ['tom-brackley']);
    const thread = await newThread(channel, 'The case');
    expect(thread.body.id).toBe(`${channel};messageid=${String(thread.body.activityId)}`);
    const reply = await box.connector('POST', `${at(String(thread.body.id))}/activities`, {
      type: 'message',
      text: 'First reply',
    });
    expect(reply.status).toBe(201);
    await box.connector(
      'PUT',
      `${at(channel)}/activities/${String(thread.body.activityId)}`,
      cardActivity('The case, changed'),
    );
    const seen = await messagesSeen(box, 'tom-brackley', channel);
    expect(seen.map((one) => [one.edited, one.html])).toEqual([
      [true, ''],
      [false, 'First reply'],
    ]);
    expect(JSON.stringify(seen[0]?.cards)).toContain('The case, changed');
  });

  it('refuse a thread that is not there, a channel that is not there, and one the app is not on in', async () => {
    const channel = await caseChannel(box, 'NBC-2026-0002');
    const lost = await box.connector('POST', `${at(`${channel};messageid=1`)}/activities`, {
      type: 'message',
      text: 'x',
    });
    expect([lost.status, lost.body.error?.code]).toEqual([404, 'ConversationNotFound']);
    expect((await newThread('19:nowhere@thread.tacv2', 'x')).status).toBe(404);
    box.tenant.setBotEnabled(channel, false);
    const off = await newThread(channel, 'x');
    expect([off.status, off.body.error?.code]).toEqual([403, 'BotNotInConversationRoster']);
  });

  it('refuse every write once archived, and take it again once opened', async () => {
    const channel = await caseChannel(box, 'NBC-2026-0003');
    const thread = await newThread(channel, 'Closing');
    const archive = await box.graph('POST', `/teams/${TEAM}/channels/${channel}/archive`, {});
    await box.graph('GET', archive.headers.get('location') ?? '');
    expect((await newThread(channel, 'Still open')).status).toBe(201);
    await box.graph('GET', archive.headers.get('location') ?? '');
    const update = await box.connector(
      'PUT',
      `${at(channel)}/activities/${String(thread.body.activityId)}`,
      cardActivity('x'),
    );
    expect([(await newThread(channel, 'x')).status, update.status]).toEqual([403, 403]);
    const again = await box.graph('POST', `/teams/${TEAM}/channels/${channel}/unarchive`);
    await box.graph('GET', again.headers.get('location') ?? '');
    await box.graph('GET', again.headers.get('location') ?? '');
    expect((await newThread(channel, 'Back')).status).toBe(201);
  });

  it('let the bot change and delete its own messages alone', async () => {
    const channel = await caseChannel(box, 'NBC-2026-0004');
    await send(box, 'priya-marlow', channel, 'My words');
    const mine = box.tenant.messages(channel)[0]?.id ?? '';
    expect((await box.connector('PUT', `${at(channel)}/activities/${mine}`, cardActivity('x'))).status).toBe(403);
    const own = await newThread(channel, 'Bot words');
    expect((await box.connector('DELETE', `${at(channel)}/activities/${String(own.body.activityId)}`)).status).toBe(
      200,
    );
    expect(box.tenant.messages(channel)).toHaveLength(1);
  });

  it('list the members of the channel with their tenants', async () => {
    const channel = await caseChannel(box, 'NBC-2026-0005', ['tom-brackley', 'oonagh-pell']);
    const page = await box.connector('GET', `${at(channel)}/pagedmembers?pageSize=2`);
    expect(page.body.members?.map((one) => one.name)).toEqual(['Priya Marlow', 'Tom Brackley', 'Oonagh Pell']);
    const one = await box.connector('GET', `${at(channel)}/members/${objectId('tom-brackley')}`);
    expect(one.body.tenantId).toBe(box.tenant.people.byId('tom-brackley')?.account?.tenantId);
    expect((await box.connector('GET', `${at(channel)}/members/${objectId('idris-quarrie')}`)).status).toBe(404);
    const channels = await box.connector(
      'GET',
      `v3/teams/${encodeURIComponent(box.tenant.team.internalId)}/conversations`,
    );
    expect(channels.body.conversations?.map((each) => each.name)).toEqual([null, 'NBC-2026-0005']);
  });
});

describe('limits of the Connector', () => {
  it('a message over 100 KB in UTF-16 is too big', async () => {
    const channel = await caseChannel(box, 'NBC-2026-0006');
    const big = await newThread(channel, 'x'.repeat(51_300));
    expect([big.status, big.body.error?.code]).toEqual([413, 'MessageSizeTooBig']);
    expect((await newThread(channel, 'x'.repeat(49_000))).status).toBe(201);
  });

  it('the eighth message to one channel within a second waits, in whichever thread', async () => {
    const real = await openBox({ limitsFactor: 1 });
    const channel = await caseChannel(real, 'NBC-2026-0007');
    const path = `v3/conversations/${encodeURIComponent(channel)}/activities`;
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => real.connector('POST', path, { type: 'message', text: `${i}` })),
    );
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused).toHaveLength(1);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    await real.close();
  });

  it('nobody comes in without a bearer', async () => {
    const response = await fetch(`${box.tenant.connectorUrl}v3/conversations`, { method: 'POST' });
    expect(response.status).toBe(401);
  });
});
