import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { APP_ID } from '../ground.ts';

const ISSUER = 'https://api.botframework.com';

/** The other side of the wire: a Bot Connector that takes every message at once, and the keys of its tokens. */
export interface Service {
  url: string;
  openIdUrl: string;
  /** As the service puts it on its activities; used many times, as the service does. */
  token: string;
  /** Messages the bot has posted. */
  posted(): number;
  close: () => void;
}

export async function startService(): Promise<Service> {
  const keys = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', use: 'sig', endorsements: ['msteams'] };
  let posted = 0;
  const server = createServer((request, response) => {
    void answer(request, response, jwk, () => (posted += 1));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = await new SignJWT({ serviceurl: url })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(APP_ID)
    .setIssuedAt()
    .setNotBefore('-10m')
    .setExpirationTime('1h')
    .sign(keys.privateKey);
  return {
    url,
    openIdUrl: `${url}/openid`,
    token,
    posted: () => posted,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  jwk: object,
  count: () => number,
): Promise<void> {
  const json = (body: object): void =>
    void response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  if (request.url === '/openid') return json({ issuer: ISSUER, jwks_uri: `http://${request.headers.host}/keys` });
  if (request.url === '/keys') return json({ keys: [jwk] });
  request.resume();
  await new Promise((read) => request.once('end', read));
  json({ id: `posted-${count()}` });
}
