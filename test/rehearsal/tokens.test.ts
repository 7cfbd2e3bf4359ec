import { SignJWT, generateKeyPair } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chatOf, send } from './support/acting.ts';
import { openBox, type Box } from './support/box.ts';
import { APP_ID } from './support/echoBot.ts';

let box: Box;
afterEach(() => box.close());

describe('the token on every activity', () => {
  it('is accepted by botbuilder with token validation on', async () => {
    box = await openBox();
    const shown = await send(box, 'priya-marlow', chatOf(box, 'priya-marlow'), 'Good morning');
    expect(shown).toEqual({ kind: 'nothing' });
    expect(box.bot.received.map((activity) => activity.type)).toEqual([
      'installationUpdate',
      'conversationUpdate',
      'message',
    ]);
    expect(box.bot.received.at(-1)?.text).toBe('Good morning');
  });

  it('is what the bot goes by: none, another key or another service address are turned away', async () => {
    // botbuilder writes each refusal to the console.
    const console = vi.spyOn(globalThis.console, 'error').mockReturnValue();
    box = await openBox();
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT({ serviceurl: box.tenant.connectorUrl })
      .setProtectedHeader({ alg: 'RS256', kid: 'forged' })
      .setIssuer('https://api.botframework.com')
      .setAudience(APP_ID)
      .setExpirationTime('1h')
      .sign(privateKey);
    await send(box, 'priya-marlow', chatOf(box, 'priya-marlow'), 'Good morning');
    const heard = box.bot.received.length;
    const real = box.bot.lastToken();
    const tries: [string, string | null][] = [
      [box.tenant.connectorUrl, null],
      [box.tenant.connectorUrl, `Bearer ${forged}`],
      ['http://127.0.0.1:9/elsewhere/', real],
    ];
    for (const [serviceUrl, authorization] of tries) {
      const response = await fetch(box.bot.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
        body: JSON.stringify({ type: 'message', channelId: 'msteams', serviceUrl, text: 'x' }),
      });
      expect(response.status).toBe(401);
    }
    expect(box.bot.received).toHaveLength(heard);
    expect(console).toHaveBeenCalledTimes(tries.length);
    console.mockRestore();
  });

  it('is checked against published keys that vouch for Teams', async () => {
    box = await openBox();
    const metadata = (await (await fetch(box.tenant.openIdUrl)).json()) as { issuer: string; jwks_uri: string };
    expect(metadata.issuer).toBe('https://api.botframework.com');
    const keys = (await (await fetch(metadata.jwks_uri)).json()) as { keys: Record<string, unknown>[] };
    expect(keys.keys).toMatchObject([{ kty: 'RSA', use: 'sig', endorsements: ['msteams'] }]);
    expect(keys.keys[0]).not.toHaveProperty('d');
  });
});
