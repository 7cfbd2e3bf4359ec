import { afterEach, describe, expect, it } from 'vitest';
import { makeTeams, type Teams } from '../../src/delivery/teams.ts';
import { TeamsFault } from '../../src/delivery/teamsFault.ts';
import { APP_ID, TENANT_ID, testAdapter } from './support/adapter.ts';
import { startWire, type Seen, type Told } from './support/wire.ts';

let closing: (() => Promise<void>) | undefined;
afterEach(async () => closing?.());

async function teamsThat(answer: (seen: Seen) => Told): Promise<{ teams: Teams; seen: Seen[] }> {
  const { url, seen, close } = await startWire(answer);
  closing = close;
  const adapter = testAdapter();
  return {
    teams: makeTeams({ adapter, appId: APP_ID, tenantId: TENANT_ID, serviceUrl: () => url, deadlineMs: 500 }),
    seen,
  };
}
const faultOf = async (call: Promise<unknown>): Promise<TeamsFault> => {
  const fault = await call.then(
    () => null,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(TeamsFault);
  return fault as TeamsFault;
};
const hello = { type: 'message', text: 'NBC-2026-0001' };
const THREAD = '19:abc@thread.tacv2;messageid=1757000000000';

describe('posting to Teams through the real adapter', () => {
  it('starts a thread and keeps the id of its first message, which the SDK drops', async () => {
    const { teams, seen } = await teamsThat(() => ({ status: 201, body: { id: THREAD, activityId: 'not-this' } }));
    expect(await teams.postToChannel('19:abc@thread.tacv2', hello)).toEqual({
      conversationId: THREAD,
      activityId: '1757000000000',
    });
    expect(seen[0]).toMatchObject({
      method: 'POST',
      path: '/v3/conversations',
      headers: { authorization: 'Bearer outbound-test-token' },
      body: {
        isGroup: true,
        bot: { id: `28:${APP_ID}` },
        tenantId: TENANT_ID,
        channelData: { channel: { id: '19:abc@thread.tacv2' }, tenant: { id: TENANT_ID } },
        activity: hello,
      },
    });
  });

  it('posts into a thread with its mentions, updates in place, and opens a chat by object id', async () => {
    const { teams, seen } = await teamsThat(({ path }) =>
      path === '/v3/conversations' ? { status: 201, body: { id: 'a:chat' } } : { status: 200, body: { id: '7' } },
    );
    const mention = { type: 'mention', text: '<at>Ann</at>', mentioned: { id: 'ann-oid', name: 'Ann' } };
    const posted = await teams.post(THREAD, { type: 'message', text: '<at>Ann</at> please', entities: [mention] });
    await teams.update(posted, hello);
    expect(await teams.chatWith('ann-oid')).toBe('a:chat');
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `POST /v3/conversations/${THREAD}/activities`,
      `PUT /v3/conversations/${THREAD}/activities/7`,
      'POST /v3/conversations',
    ]);
    expect(seen[0]?.body).toMatchObject({ entities: [mention] });
    expect(seen[2]?.body).toMatchObject({ isGroup: false, members: [{ id: 'ann-oid' }], tenantId: TENANT_ID });
  });

  it('carries a card whole', async () => {
    const { teams, seen } = await teamsThat(() => ({ status: 201, body: { id: THREAD } }));
    const content = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text: 'x' }],
      msteams: { width: 'Full' },
    };
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
    await teams.postToChannel('19:abc@thread.tacv2', { type: 'message', summary: 'NBC-2026-0001', attachments });
    expect(seen[0]?.body).toMatchObject({ activity: { summary: 'NBC-2026-0001', attachments } });
  });

  it.each([500, 502, 503, 504, 429])(
    'posts once when Teams answers %i: the SDK alone would post four times',
    async (status) => {
      const { teams, seen } = await teamsThat(() => ({ status, body: {}, headers: { 'retry-after': '1' } }));
      await faultOf(teams.postToChannel('19:abc@thread.tacv2', hello));
      await faultOf(teams.post(THREAD, hello));
      expect(seen).toHaveLength(2);
    },
  );

  it('waits as long as Teams asks', async () => {
    const { teams } = await teamsThat(() => ({
      status: 429,
      body: { error: { code: 'Throttled' } },
      headers: { 'retry-after': '17' },
    }));
    expect(await faultOf(teams.post(THREAD, hello))).toMatchObject({
      kind: 'retry',
      code: 'Throttled',
      retryAfterMs: 17_000,
    });
  });

  it('ends a call that is never answered, and does not know whether it arrived', async () => {
    const { teams } = await teamsThat(() => 'hang');
    expect(await faultOf(teams.post(THREAD, hello))).toMatchObject({ status: 0, kind: 'unknown' });
  });

  it('ends a call that waits for an address that never comes', async () => {
    const serviceUrl = () => new Promise<string>(() => undefined);
    const teams = makeTeams({ adapter: testAdapter(), appId: APP_ID, tenantId: TENANT_ID, serviceUrl, deadlineMs: 50 });
    expect(await faultOf(teams.post(THREAD, hello))).toMatchObject({ code: 'noAddress', kind: 'retry' });
  });

  it('does not know whether it arrived when the answer was lost, nor repeat it', async () => {
    const { teams, seen } = await teamsThat(() => 'lose');
    expect(await faultOf(teams.postToChannel('19:abc@thread.tacv2', hello))).toMatchObject({
      status: 0,
      kind: 'unknown',
    });
    expect(seen).toHaveLength(1);
  });

  it('knows that nothing was sent when nobody listens', async () => {
    const { teams } = await teamsThat(() => 'lose');
    await closing?.();
    expect(await faultOf(teams.post(THREAD, hello))).toMatchObject({ code: 'notReached', kind: 'retry' });
  });

  it.each([
    [403, { code: 'BotNotInConversationRoster' }, { code: 'BotNotInConversationRoster', kind: 'lag' }],
    [403, { code: 'Forbidden', message: 'MessageWritesBlocked-x' }, { code: 'MessageWritesBlocked', kind: 'refused' }],
    [403, { code: 'ForbiddenOperationException' }, { code: 'ForbiddenOperationException', kind: 'refused' }],
    [403, { code: 'BotDisabledByAdmin' }, { code: 'BotDisabledByAdmin', kind: 'refused' }],
    [413, { code: 'MessageSizeTooBig' }, { code: 'MessageSizeTooBig', kind: 'refused' }],
    [400, { code: 'BadArgument' }, { code: 'BadArgument', kind: 'refused' }],
    [404, { code: 'ConversationNotFound' }, { code: 'ConversationNotFound', kind: 'lag' }],
    [412, { code: 'PreconditionFailed' }, { code: 'PreconditionFailed', kind: 'retry' }],
  ])('reads %i %j', async (status, error, expected) => {
    const { teams } = await teamsThat(() => ({ status, body: { error } }));
    expect(await faultOf(teams.post(THREAD, hello))).toMatchObject(expected);
  });

  it('waits to be spoken to before it sends anywhere', async () => {
    const teams = makeTeams({ adapter: testAdapter(), appId: APP_ID, tenantId: TENANT_ID, serviceUrl: () => null });
    expect(await faultOf(teams.post(THREAD, hello))).toMatchObject({ code: 'noServiceUrl', kind: 'retry' });
  });
});
