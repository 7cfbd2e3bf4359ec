import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join as path } from 'node:path';
import { makeAdapter } from './bot/adapter.ts';
import { fixedCredentials } from './bot/fixedCredentials.ts';
import { join, type Joined } from './compose.ts';
import { backstageOf } from './composeBackstage.ts';
import { runTime } from './composeTime.ts';
import { PartnershipSchema } from './domain/directory.ts';
import { faultsOfPartnership } from './domain/directoryFaults.ts';
import { makeGraph } from './graph/client.ts';
import type { Log } from './log.ts';
import type { Backstage } from './rehearsal/backstage.ts';
import { movableClock, type MovableClock } from './rehearsal/clock.ts';
import type { Partnerships } from './rehearsal/partnerships.ts';
import { faultsOfSettings } from './policies/lint/settings.ts';
import { policyFor } from './policies/registry.ts';
import { rehearsalPartnership } from './rehearsal/partnership.ts';
import { startTenant } from './rehearsal/tenant.ts';
import type { Tenant } from './rehearsal/tenantHandle.ts';
import { openDatabase, type OpenDatabase } from './store/database.ts';

export interface RehearsalOptions {
  procedure: string;
  /** Null keeps everything in memory. */
  folder: string | null;
  /** Port of the desk; 0 for any free one. */
  port: number;
  /** The first day of a fresh rehearsal. */
  start: string;
  log: Log;
  /** The built page, awaited when all else stands; absent where nobody looks. */
  page?: string | Promise<string>;
  trafficLog?: string;
  /** The other partnerships that its desk offers. */
  partnerships?: Partnerships;
  /** A store opened elsewhere, for tests. */
  store?: OpenDatabase;
}
export interface Rehearsal {
  tenant: Tenant;
  joined: Joined;
  clock: MovableClock;
  /** Address of the bot's own server: forms by link, applications. */
  botUrl: string;
  applicationsKey: string;
  close(): Promise<void>;
}

const APP_ID = '8c1f7d52-3e0a-4b6f-9f21-6a4b0d9e5c77';
const KEY = 'rehearsal-key-for-the-web-form-of-nobody';

/** The real bot in a tenant in a box, on loopback alone. */
export async function rehearse(options: RehearsalOptions): Promise<Rehearsal> {
  const { log, folder } = options;
  const kept = await rehearsalPartnership(options.procedure);
  const partnership = PartnershipSchema.parse(kept.partnership);
  const { procedure, settings } = partnership.authority;
  const faults = [...faultsOfPartnership(partnership), ...faultsOfSettings(policyFor(procedure), settings)];
  if (faults.length > 0) throw new Error(faults.join('; '));
  const clock = movableClock({ start: options.start, folder: folder && path(folder, 'tenant') });
  const store =
    options.store ?? (await openDatabase(folder === null ? { memory: true } : { folder: path(folder, 'store') }));
  const botServer = createServer();
  // The next port, so that links in mails sent before a restart still open; any free one where the desk's is free too.
  const botUrl = await listen(botServer, options.port === 0 ? 0 : options.port + 1);
  let backstage: Backstage | null = null;
  const tenant = await startTenant({
    folder: folder && path(folder, 'tenant'),
    port: options.port,
    botUrl: `${botUrl}/api/messages`,
    notificationsUrl: `${botUrl}/api/notifications`,
    botAppId: APP_ID,
    botName: 'Convene',
    hostTenantId: partnership.authority.tenantId,
    partnership,
    extraPeople: kept.extraPeople,
    sharesAvailability: kept.sharesAvailability,
    now: clock.now,
    clock,
    backstage: later(() => backstage),
    ...(options.trafficLog === undefined ? {} : { trafficLog: options.trafficLog }),
    ...(options.page === undefined ? {} : { pageFolder: options.page }),
    ...(options.partnerships === undefined ? {} : { partnerships: options.partnerships }),
  });
  const joined = await join({
    db: store.db,
    partnership,
    log,
    now: clock.now,
    adapter: makeAdapter(
      { appId: APP_ID, tenantId: partnership.authority.tenantId, appType: 'SingleTenant', appPassword: 'unused' },
      { log, newId: randomUUID },
      { openIdMetadataUrl: tenant.openIdUrl, credentials: fixedCredentials(APP_ID, 'rehearsal') },
    ),
    graph: makeGraph({ baseUrl: tenant.graphUrl, token: async () => 'rehearsal', insecureLoopback: true }),
    appId: APP_ID,
    tenantId: partnership.authority.tenantId,
    publicUrl: botUrl,
    applicationsKeys: [KEY],
    notificationsSecret: KEY,
    healthKey: null,
    trustedProxies: 0,
  });
  backstage = backstageOf(joined, (person) => tenant.chatIdOf(person));
  botServer.on('request', joined.server);
  await tenant.installApp();
  const stopping = new AbortController();
  const loops = [joined.dispatcher.run(stopping.signal), runTime(joined, log, stopping.signal)];
  return {
    tenant,
    joined,
    clock,
    botUrl,
    applicationsKey: KEY,
    async close() {
      stopping.abort();
      await Promise.all(loops);
      await tenant.close();
      await new Promise((resolve) => botServer.close(resolve).closeAllConnections());
      if (!options.store) await store.close();
    },
  };
}

/** The tenant must answer before the bot stands, so what the desk asks of it is looked up when asked. */
function later(find: () => Backstage | null): Backstage {
  const now = (): Backstage => {
    const backstage = find();
    if (!backstage) throw new Error('The rehearsal is still starting.');
    return backstage;
  };
  return {
    guide: () => now().guide(),
    tick: (from, to) => now().tick(from, to),
    nextDueDay: (after) => now().nextDueDay(after),
    isWorkingDay: (day) => now().isWorkingDay(day),
    cases: () => now().cases(),
    record: (reference) => now().record(reference),
    clocks: (reference) => now().clocks(reference),
    outbox: () => now().outbox(),
  };
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
