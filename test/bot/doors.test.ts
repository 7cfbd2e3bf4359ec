import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startShell, type Shell } from '../support/shell.ts';
import { APPLICATIONS_KEY, HEALTH_KEY, post, startRig, type Rig } from './support/rig.ts';

let shell: Shell;
let rig: Rig;
beforeAll(async () => {
  shell = await startShell({ today: '2026-03-02' });
  rig = await startRig(shell);
});
afterAll(async () => {
  await rig.close();
  await shell.close();
});

const hello = () => rig.activity(shell.who('cora-spoc'), { text: 'help' });

describe('the door for activities lets in the Bot Connector alone', () => {
  it('answers help to an activity with a good token', async () => {
    const before = rig.posted.length;
    expect((await rig.send(hello())).status).toBe(200);
    expect(rig.posted).toHaveLength(before + 1);
  });

  it.each([
    ['no token', async () => null],
    ['garbage', async () => 'not.a.token'],
    ['a token for another bot', () => rig.token({ audience: '00000000-0000-4000-8000-000000000000' })],
    ['a token of another issuer', () => rig.token({ issuer: 'https://issuer.example' })],
    ['an expired token', () => rig.token({ expires: '-6m' })],
    ['a token for another service address', () => rig.token({ serviceurl: 'https://elsewhere.example' })],
    ['a token signed by somebody else', () => rig.token({ key: 'foreign' })],
    ['an unsigned token (alg none)', () => unsigned()],
  ])('refuses %s with 401 and no word more', async (_what, token) => {
    const before = await shell.everything();
    const sent = rig.posted.length;
    const answer = await rig.send(hello(), await token());
    expect([answer.status, answer.text]).toEqual([401, '']);
    expect(rig.posted).toHaveLength(sent);
    expect(await shell.everything()).toBe(before);
  });

  it.each([
    ['an empty object', {}],
    ['an activity without a channel', { type: 'message' }],
    ['a list', []],
    ['truncated JSON', '{"type":"message","text":"he'],
    ['a type that is no text', { type: 7, channelId: 'msteams', serviceUrl: 'https://a.example' }],
  ])('refuses %s with 400, unsigned, and lives on', async (_what, body) => {
    expect((await post(`${rig.url}/api/messages`, body)).status).toBe(400);
    expect((await rig.send(hello())).status).toBe(200);
  });

  it.each<[string, Record<string, unknown>]>([
    ['an invoke whose name is a number', { type: 'invoke', name: 7 }],
    ['an invoke whose name is a list', { type: 'invoke', name: ['task/fetch'] }],
    ['a message whose text is an object', { type: 'message', text: { toString: 'x' } }],
    ['a message whose text is a number', { type: 'message', text: 7 }],
  ])('400 for %s, with a good token too, and no fault in the log', async (_what, more) => {
    const logged = rig.logged.length;
    const answer = await rig.send(rig.activity(shell.who('cora-spoc'), more));
    expect([answer.status, answer.body]).toEqual([400, { error: 'This is not an activity.' }]);
    expect(rig.logged.length).toBe(logged);
  });

  it('takes a name or text that is null as one that is not there', async () => {
    const nothing = { type: 'invoke', name: null, text: null };
    expect((await rig.send(rig.activity(shell.who('cora-spoc'), nothing))).status).toBe(200);
  });

  it('refuses a body beyond its limit with 413', async () => {
    expect((await post(`${rig.url}/api/messages`, { type: 'message', text: 'x'.repeat(300_000) })).status).toBe(413);
  });
});

describe('the other doors', () => {
  it('says that it lives, and in one word whether it is well', async () => {
    const told = async (path: string): Promise<unknown[]> => {
      const answer = await fetch(`${rig.url}${path}`);
      return [answer.status, await answer.text()];
    };
    expect(await told('/livez')).toEqual([200, 'ok']);
    expect(await told('/health')).toEqual([200, 'ok']);
    rig.health.ok = false;
    expect(await told('/health')).toEqual([503, 'not ok']);
    expect(await told('/livez')).toEqual([200, 'ok']);
    rig.health.ok = true;
  });

  it('tells whoever runs it, by their key alone, how its parts stand', async () => {
    const parts = (authorization: string): Promise<Response> =>
      fetch(`${rig.url}/health/parts`, { headers: { authorization } });
    expect((await parts('')).status).toBe(401);
    expect((await parts(`Bearer ${APPLICATIONS_KEY}`)).status).toBe(401);
    const answer = await parts(`Bearer ${HEALTH_KEY}`);
    expect(await answer.json()).toEqual({ ok: true, ailing: [], parts: { store: true, waiting: 3 } });
  });

  it('tells browsers to come by https alone and to hand over no camera, microphone or place', async () => {
    const { headers } = await fetch(`${rig.url}/livez`);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(headers.get('permissions-policy')).toContain('camera=(), geolocation=(), microphone=()');
  });

  it('gives Graph its handshake back as plain text', async () => {
    const answer = await post(`${rig.url}/api/notifications?validationToken=a%3Cb%3E`, '');
    expect([answer.status, answer.text]).toEqual([200, 'a<b>']);
  });

  it('works on notifications that carry our secret, and on no others', async () => {
    const value = [
      { subscriptionId: 's1', clientState: 'a-secret-that-graph-gives-back-to-us-0001', resource: 'events/1' },
      { subscriptionId: 's2', clientState: 'guessed', resource: 'events/2' },
      { subscriptionId: 's3', resource: 'events/3' },
    ];
    expect((await post(`${rig.url}/api/notifications`, { value })).status).toBe(202);
    await expect.poll(() => rig.notices).toEqual([{ subscriptionId: 's1', resource: 'events/1' }]);
    expect((await post(`${rig.url}/api/notifications`, { value: 'no' })).status).toBe(400);
  });

  it('has nothing elsewhere', async () => {
    expect((await fetch(`${rig.url}/admin`)).status).toBe(404);
  });
});

async function unsigned(): Promise<string> {
  const [, claims] = (await rig.token()).split('.');
  return `${Buffer.from(JSON.stringify({ alg: 'none', kid: 'k1' })).toString('base64url')}.${claims ?? ''}.`;
}
