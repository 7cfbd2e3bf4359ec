import { ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { makeAdapter } from './bot/adapter.ts';
import { join } from './compose.ts';
import { runTime } from './composeTime.ts';
import type { Config } from './config.ts';
import { makeGraph } from './graph/client.ts';
import type { Log } from './log.ts';
import { openDatabase } from './store/database.ts';

const GRAPH = 'https://graph.microsoft.com';

/** Joins the real parts, listens, proves that strangers are refused, and runs the loops. */
export async function serve(config: Config, log: Log): Promise<{ close(): Promise<void> }> {
  const store = await openDatabase(config.store);
  const credential = credentialOf(config);
  const joined = await join({
    db: store.db,
    partnership: config.partnership,
    log,
    now: () => new Date(),
    adapter: makeAdapter(config, { log, newId: randomUUID }),
    graph: makeGraph({
      baseUrl: GRAPH,
      token: async () => (await credential.getToken(`${GRAPH}/.default`))?.token ?? '',
    }),
    appId: config.appId,
    tenantId: config.tenantId,
    publicUrl: config.publicUrl,
    applicationsKeys: [config.applicationsKey],
    notificationsSecret: config.notificationsSecret,
  });
  const server = createServer(joined.server);
  await listening(server, config);
  await refusesStrangers(config.port);
  const stopping = new AbortController();
  const loops = [joined.dispatcher.run(stopping.signal), runTime(joined.deps, joined.sending, log, stopping.signal)];
  return {
    async close() {
      stopping.abort();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all(loops);
      await store.close();
    },
  };
}

function credentialOf(config: Config): TokenCredential {
  if (config.appType === 'UserAssignedMsi') return new ManagedIdentityCredential({ clientId: config.appId });
  return new ClientSecretCredential(config.tenantId, config.appId, config.appPassword ?? '');
}

function listening(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** The SDK fails open when its credentials are wrong: an unsigned activity to ourselves must meet a 401, or we do not run. */
async function refusesStrangers(port: number): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/' }),
  });
  if (answer.status !== 401) throw new Error(`an unsigned activity was answered with ${answer.status} instead of 401`);
}
