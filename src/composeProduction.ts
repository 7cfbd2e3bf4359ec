import { ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';
import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeAdapter, type ConveneAdapter } from './bot/adapter.ts';
import { join } from './compose.ts';
import { watchHealth } from './composeHealth.ts';
import { comeToAnEnd } from './composeStop.ts';
import { runTime } from './composeTime.ts';
import type { Config } from './config.ts';
import { consoleToLog } from './consoleToLog.ts';
import { makeGraph, type Graph } from './graph/client.ts';
import type { Log } from './log.ts';
import { openPatiently } from './store/openPatiently.ts';
import { notYet } from './web/notYet.ts';

const GRAPH = 'https://graph.microsoft.com';

/** What stands on the other side of the wire. No setting leads to another one: it is handed in, by a test alone. */
export interface Outside {
  adapter: ConveneAdapter;
  graph: Graph;
}

export interface Running {
  /** The port it listens at. */
  port: number;
  close(): Promise<void>;
}

/**
 * Listens, waits for the store, joins the real parts, proves that strangers are refused, and runs the loops. Until the store
 * is there the process is alive and not well, and every door says so.
 */
export async function serve(config: Config, log: Log, outside: Outside = microsoft(config, log)): Promise<Running> {
  let answer: RequestListener = notYet;
  const server = createServer((request, response) => {
    answer(request, response);
  });
  const port = await listening(server, config);
  log.info({ event: 'listening', port });
  const restoreConsole = consoleToLog(log, globalThis.console);
  try {
    const store = await openPatiently(config.store, ({ attempts, ms, error }) => {
      log.warn({ event: 'storeAwaited', attempts, retryAfterMs: ms, error });
    });
    const joined = await join({
      ...outside,
      db: store.db,
      partnership: config.partnership,
      log,
      now: () => new Date(),
      appId: config.appId,
      tenantId: config.tenantId,
      publicUrl: config.publicUrl,
      applicationsKeys: [config.applicationsKey],
      notificationsSecret: config.notificationsSecret,
      healthKey: config.healthKey,
      trustedProxies: config.trustedProxies,
    });
    answer = joined.server;
    await refusesStrangers(port);
    const { signal, stop } = stopping();
    const loops = [
      joined.dispatcher.run(signal),
      runTime(joined, log, signal),
      watchHealth(joined.health, log, signal),
    ];
    return {
      port,
      async close() {
        stop();
        await comeToAnEnd(server, loops);
        await store.close();
        restoreConsole();
      },
    };
  } catch (error) {
    server.close().closeAllConnections();
    restoreConsole();
    throw error;
  }
}

function stopping(): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    stop: () => {
      controller.abort();
    },
  };
}

/** Teams and Graph, with the credentials of the configuration. */
function microsoft(config: Config, log: Log): Outside {
  const credential = credentialOf(config);
  return {
    adapter: makeAdapter(config, { log, newId: randomUUID }),
    graph: makeGraph({
      baseUrl: GRAPH,
      token: async () => (await credential.getToken(`${GRAPH}/.default`))?.token ?? '',
    }),
  };
}

function credentialOf(config: Config): TokenCredential {
  if (config.appType === 'UserAssignedMsi') return new ManagedIdentityCredential({ clientId: config.appId });
  return new ClientSecretCredential(config.tenantId, config.appId, config.appPassword ?? '');
}

function listening(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve((server.address() as AddressInfo).port);
    });
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
