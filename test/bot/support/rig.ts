import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppCredentials, type ServiceClientCredentialsFactory } from 'botframework-connector';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { makeAdapter } from '../../../src/bot/adapter.ts';
import { makeBot } from '../../../src/bot/app.ts';
import type { Met } from '../../../src/bot/parts.ts';
import type { Person } from '../../../src/domain/directory.ts';
import { makeServer } from '../../../src/web/server.ts';
import type { Health } from '../../../src/web/health.ts';
import type { Notice } from '../../../src/web/notifications.ts';
import type { Shell } from '../../support/shell.ts';

export const APP_ID = '6f1d7f2e-1111-4222-8333-444455556666';
export const APPLICATIONS_KEY = 'a-key-of-the-councils-own-web-form-0001';
export const HEALTH_KEY = 'a-key-of-whoever-runs-the-service-0001';
export const NOTICE_SECRET = 'a-secret-that-graph-gives-back-to-us-0001';

/** What the bot sent to the Bot Connector. */
export interface Posted {
  method: string;
  path: string;
  body: Record<string, unknown>;
}
export interface Answered {
  status: number;
  body: Record<string, unknown>;
  text: string;
}
export interface Rig {
  url: string;
  /** Where the bot sends what it has to say. */
  service: string;
  shell: Shell;
  posted: Posted[];
  met: Met[];
  notices: Notice[];
  logged: unknown[];
  channels: Map<string, string>;
  health: Health;
  /** An activity of this person in the chat with the bot; override what the test is about. */
  activity: (person: Person, more: Record<string, unknown>) => Record<string, unknown>;
  /** Sends it with a good token, or with the one given (`null`: none). */
  send: (activity: unknown, token?: string | null) => Promise<Answered>;
  token: (claims?: TokenClaims) => Promise<string>;
  close: () => Promise<void>;
}
export interface TokenClaims {
  audience?: string;
  issuer?: string;
  serviceurl?: string;
  expires?: string;
  key?: 'own' | 'foreign';
}

/** The real bot behind its real doors, with a token issuer and a connector of the test's own on loopback. */
export async function startRig(shell: Shell): Promise<Rig> {
  const keys = await generateKeyPair('RS256', { extractable: true });
  const foreign = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', use: 'sig', endorsements: ['msteams'] };
  const posted: Posted[] = [];
  const service = await listen(createServer((request, response) => void serve(request, response, posted, jwk)));
  const met: Met[] = [];
  const notices: Notice[] = [];
  const logged: unknown[] = [];
  const channels = new Map<string, string>();
  const health: Health = { ok: true, ailing: [], parts: { store: true, waiting: 3 } };
  const write = (fields: unknown, words?: string): void => void logged.push([fields, words]);
  const log = { info: write, warn: write, error: write } as never;
  const config = {
    appId: APP_ID,
    tenantId: shell.partnership.authority.tenantId,
    appType: 'SingleTenant',
    appPassword: 'unused',
  } as const;
  const elsewhere = { openIdMetadataUrl: `${service.url}/openid`, credentials };
  const adapter = makeAdapter(config, { log, newId: () => 'fault-number' }, elsewhere);
  const bot = makeBot({
    adapter,
    deps: shell.deps,
    appId: APP_ID,
    botName: 'Convene',
    reachedFrom: () => Promise.resolve(),
    remember: async (one) => {
      const known = met.some((other) => other.key === one.key);
      met.push(one);
      return known ? 'known' : 'new';
    },
    caseOfChannel: async (id) => channels.get(id) ?? null,
    log,
  });
  const app = makeServer({
    bot,
    deps: shell.deps,
    applicationsKeys: [APPLICATIONS_KEY],
    notificationsSecret: NOTICE_SECRET,
    onNotice: async (notice) => void notices.push(notice),
    health: async () => health,
    healthKey: HEALTH_KEY,
    trustedProxies: 1,
    log,
  });
  const server = await listen(createServer(app));
  const token = (claims: TokenClaims = {}): Promise<string> =>
    sign(claims.key === 'foreign' ? foreign.privateKey : keys.privateKey, service.url, claims);
  return {
    url: server.url,
    service: service.url,
    shell,
    posted,
    met,
    notices,
    logged,
    channels,
    health,
    token,
    activity: (person, more) => activityOf(person, service.url, shell.partnership.authority.tenantId, more),
    send: async (activity, given) => {
      const bearer = given === undefined ? await token() : given;
      return post(`${server.url}/api/messages`, activity, bearer === null ? {} : { authorization: `Bearer ${bearer}` });
    },
    close: async () => {
      await server.close();
      await service.close();
    },
  };
}

/** Posts JSON (or the text given) and reads the answer. */
export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answered> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, text, body: parsed(text) };
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

let activities = 0;
function activityOf(
  person: Person,
  serviceUrl: string,
  tenantId: string,
  more: Record<string, unknown>,
): Record<string, unknown> {
  activities += 1;
  return {
    type: 'message',
    id: `activity-${activities}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${person.objectId}`, name: person.name, aadObjectId: person.objectId, tenantId: person.tenantId },
    recipient: { id: `28:${APP_ID}`, name: 'Convene' },
    conversation: { id: `a:${person.id}`, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    ...more,
  };
}

async function sign(key: CryptoKey, service: string, claims: TokenClaims): Promise<string> {
  return new SignJWT({ serviceurl: claims.serviceurl ?? service })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT' })
    .setIssuer(claims.issuer ?? 'https://api.botframework.com')
    .setAudience(claims.audience ?? APP_ID)
    .setIssuedAt()
    .setNotBefore('-10m')
    .setExpirationTime(claims.expires ?? '1h')
    .sign(key);
}

class StaticCredentials extends AppCredentials {
  override async getToken(): Promise<string> {
    return 'outbound-test-token';
  }
  async refreshToken(): Promise<never> {
    return { accessToken: 'outbound-test-token' } as never;
  }
}
const credentials: ServiceClientCredentialsFactory = {
  isValidAppId: async (id: string) => id === APP_ID,
  isAuthenticationDisabled: async () => false,
  createCredentials: async (id: string) => new StaticCredentials(id),
};

async function serve(request: IncomingMessage, response: ServerResponse, posted: Posted[], jwk: object): Promise<void> {
  const host = `http://${request.headers.host ?? ''}`;
  const json = (body: unknown): void =>
    void response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  if (request.url === '/openid') return json({ issuer: 'https://api.botframework.com', jwks_uri: `${host}/keys` });
  if (request.url === '/keys') return json({ keys: [jwk] });
  let text = '';
  for await (const chunk of request) text += String(chunk);
  posted.push({ method: request.method ?? '', path: request.url ?? '', body: parsed(text) });
  json({ id: `posted-${posted.length}` });
}

async function listen(server: Server): Promise<{ url: string; close: () => Promise<void> }> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
