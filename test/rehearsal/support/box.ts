import type { Backstage } from '../../../src/rehearsal/backstage.ts';
import type { MovableClock } from '../../../src/rehearsal/clock.ts';
import { rehearsalPartnership } from '../../../src/rehearsal/partnership.ts';
import { startTenant } from '../../../src/rehearsal/tenant.ts';
import type { Tenant } from '../../../src/rehearsal/tenantHandle.ts';
import type { TenantOptions } from '../../../src/rehearsal/tenantOptions.ts';
import { APP_ID, echoBot, TENANT_ID, type EchoBot } from './echoBot.ts';

export interface Box {
  tenant: Tenant;
  bot: EchoBot;
  /** Calls Graph as the bot would. */
  graph(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Calls the Bot Connector as the bot would. */
  connector(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Calls the desk's API as its page would. */
  desk<T>(method: string, path: string, body?: unknown): Promise<T>;
  close(): Promise<void>;
}
export interface Answer {
  status: number;
  headers: Headers;
  body: Row;
}
/** What the tests look into, of all the answers there are. */
export interface Row {
  [name: string]: unknown;
  id?: string;
  name?: string | null;
  displayName?: string;
  tenantId?: string;
  userId?: string;
  activityId?: string;
  status?: string;
  targetResourceId?: string;
  error?: { code?: string; responseCode?: string };
  value?: Row[];
  members?: Row[];
  conversations?: Row[];
  attendees?: { status: { response: string } }[];
  availabilityView?: string;
  scheduleItems?: { status: string; start: { dateTime: string } }[];
  onlineMeeting?: { joinUrl: string };
  parentReference?: { driveId: string };
}

export const TEAM = '7ea30000-0000-4000-8000-000000000001';
export const MAILBOX = 'asb.casereview@nonesuch.example';
/** A Wednesday. */
export const START = new Date('2026-09-02T08:00:00.000Z');

interface BoxOptions extends Partial<TenantOptions> {
  backstage?: Backstage;
  clock?: MovableClock;
  bot?: EchoBot;
}

/** A tenant with the fictional partnership, and an echo bot that trusts it. */
export async function openBox(options: BoxOptions = {}): Promise<Box> {
  const bot = options.bot ?? (await echoBot());
  const { partnership, extraPeople, sharesAvailability } = await rehearsalPartnership('hertsmere');
  const { bot: _bot, ...rest } = options;
  const tenant = await startTenant({
    folder: null,
    botUrl: bot.url,
    botAppId: APP_ID,
    hostTenantId: TENANT_ID,
    partnership,
    extraPeople,
    sharesAvailability,
    now: () => START,
    limitsFactor: 1000,
    // Set by whoever wants to hold the traffic of all these tests against the published contracts.
    ...(process.env.CONVENE_TRAFFIC_LOG === undefined ? {} : { trafficLog: process.env.CONVENE_TRAFFIC_LOG }),
    ...rest,
  });
  bot.trust(tenant.openIdUrl);
  return {
    tenant,
    bot,
    graph: (method, path, body, headers) => call(`${tenant.graphUrl}/v1.0${path}`, method, body, headers),
    connector: (method, path, body) => call(`${tenant.connectorUrl}${path}`, method, body),
    desk: async <T>(method: string, path: string, body?: unknown) =>
      (await call(`${tenant.url}/desk/api${path}`, method, body, { origin: tenant.url })).body as T,
    close: async () => {
      await tenant.close();
      if (options.bot === undefined) await bot.close();
    },
  };
}

async function call(
  url: string,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const bytes = Buffer.isBuffer(body);
  const response = await fetch(url, {
    method,
    headers: {
      authorization: 'Bearer a-token',
      ...(body === undefined || bytes ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: bytes ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Row };
}

const member = (objectId: string, owner: boolean, tenantId?: string) => ({
  '@odata.type': '#microsoft.graph.aadUserConversationMember',
  'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${objectId}')`,
  roles: owner ? ['owner'] : [],
  ...(tenantId === undefined ? {} : { tenantId }),
});

/** Body of a member, by the person's id in the partnership. */
export function memberOf(box: Box, personId: string, owner = false): Record<string, unknown> {
  const account = box.tenant.people.byId(personId)?.account;
  if (account == null) throw new Error(`${personId} has no account`);
  return member(account.objectId, owner, account.tenantId === TENANT_ID ? undefined : account.tenantId);
}

/** Makes a shared channel owned by the coordinator, waits for it by looking, and adds people. Returns its id. */
export async function caseChannel(box: Box, name: string, people: string[] = []): Promise<string> {
  const made = await box.graph('POST', `/teams/${TEAM}/channels`, {
    displayName: name,
    membershipType: 'shared',
    members: [memberOf(box, 'priya-marlow', true)],
  });
  const operation = made.headers.get('location') ?? '';
  let looked = await box.graph('GET', operation);
  while (looked.body.status !== 'succeeded') looked = await box.graph('GET', operation);
  const id = String(looked.body.targetResourceId);
  for (const person of people) await box.graph('POST', `/teams/${TEAM}/channels/${id}/members`, memberOf(box, person));
  return id;
}
