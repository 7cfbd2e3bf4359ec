import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { connectorRoutes } from './connector/routes.ts';
import { deskPage } from './deskPage.ts';
import { installInTeam } from './desk/acts/install.ts';
import { liveEvents, type LiveEvents } from './desk/liveEvents.ts';
import { deskRouter } from './desk/server.ts';
import { faultSwitches } from './faults.ts';
import { notifier } from './graph/notify.ts';
import { graphRoutes } from './graph/routes.ts';
import { hexOf, newId } from './identifiers.ts';
import { loopbackOnly, sameOrigin } from './loopbackOnly.ts';
import { peopleOf } from './people.ts';
import { openContents } from './state/contents.ts';
import { openState } from './state/tenantState.ts';
import type { Tenant } from './tenantHandle.ts';
import { tenantHandle } from './tenantHandle.ts';
import type { TenantOptions } from './tenantOptions.ts';
import { ensureGeneral } from './teamwork/channels.ts';
import { openTokens, TOKEN_ISSUER } from './tokens.ts';
import type { Route } from './wire/call.ts';
import { rateLimits } from './wire/rateLimits.ts';
import { serve } from './wire/serve.ts';
import { trafficLog } from './wire/trafficLog.ts';
import type { World } from './world.ts';

/**
 * A Microsoft 365 tenant in a box, on 127.0.0.1: Bot Connector, token issuer, Graph and desk on one port. State is kept in the folder and
 * taken up again. Start it before the bot, give the bot its addresses, then call `installApp()` once the bot listens.
 */
export async function startTenant(options: TenantOptions): Promise<Tenant> {
  const app = express();
  app.disable('x-powered-by');
  const server = await listening(app, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const live = liveEvents();
  const world = await openWorld(options, `http://127.0.0.1:${port}`, live);
  mount(app, world, live);
  ensureGeneral(world);
  return tenantHandle(world, {
    installApp: () => installInTeam(world),
    close: async () => {
      world.notifier.stop();
      live.close();
      await closed(server);
      world.state.close();
    },
  });
}

async function openWorld(options: TenantOptions, origin: string, live: LiveEvents): Promise<World> {
  const state = openState(options.folder);
  const tokens = await openTokens(state);
  const { authority } = options.partnership;
  const world: World = {
    options,
    state,
    tokens,
    contents: openContents(options.folder),
    people: peopleOf(options),
    faults: faultSwitches(state.fact('trouble')),
    limits: rateLimits(options.limitsFactor ?? 1),
    traffic: trafficLog(options.trafficLog),
    notifier: notifier(() => world),
    team: {
      groupId: authority.teamId,
      internalId: `19:${hexOf(`team ${authority.teamId}`, 32)}@thread.tacv2`,
      name: `${authority.name}: ASB case reviews`,
    },
    urls: {
      origin,
      connector: `${origin}/connector/uk/${options.hostTenantId}/`,
      graph: `${origin}/graph`,
      // The path is new on each start: bots keep keys by address for a day, and a port may come back with another tenant.
      openId: `${origin}/login/${newId()}/v1/.well-known/openidconfiguration`,
      desk: `${origin}/`,
    },
    wire: [],
    now: options.now,
    changed: (event) => live.tell(event),
  };
  return world;
}

const KEY_PATH = '/login/v1/keys';

function mount(app: Express, world: World, live: LiveEvents): void {
  app.use(loopbackOnly);
  app.get(new URL(world.urls.openId).pathname, (_request, response) => {
    response.json({
      issuer: TOKEN_ISSUER,
      jwks_uri: `${world.urls.origin}${KEY_PATH}`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    });
  });
  app.get(KEY_PATH, (_request, response) => void response.json(world.tokens.keys()));
  app.use('/connector/uk/:tenant', express.json({ limit: '2mb' }), routesOf(world, 'connector', connectorRoutes));
  app.use(
    '/graph',
    plainKeys,
    express.json({ limit: '6mb' }),
    express.raw({ type: notJson, limit: '250mb' }),
    routesOf(world, 'graph', graphRoutes),
  );
  app.use('/desk/api', sameOrigin, deskRouter(world, live));
  app.use(deskPage(world.options.pageFolder));
  app.use(faultAnswer);
}

/** Graph takes keys as `/teams('ID')` and as `/teams/ID`, and actions with their namespace. */
const plainKeys: express.RequestHandler = (request, _response, next) => {
  request.url = request.url
    .replace(/\/([A-Za-z]+)\('([^']*)'\)/g, '/$1/$2')
    .replace(/\/microsoft\.graph\.(archive|unarchive|getSchedule|cancel|send|sendMail)(?=$|\?)/, '/$1');
  next();
};

const notJson = (request: { headers: { 'content-type'?: string | undefined } }): boolean =>
  !(request.headers['content-type'] ?? '').startsWith('application/json');

function routesOf(world: World, side: 'connector' | 'graph', routes: Route[]): express.Router {
  const router = express.Router();
  for (const route of routes) router[route.method](route.path, serve(world, side, route));
  router.use((_request, response) => {
    response.status(404).json({ error: { code: 'BadRequest', message: 'The rehearsal tenant has no such resource.' } });
  });
  return router;
}

/** A fault of the tenant itself, or a body that is no JSON. */
const faultAnswer: ErrorRequestHandler = (error: Error & { status?: number }, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = error.status ?? 500;
  response
    .status(status)
    .json({ error: { code: status === 500 ? 'InternalServerError' : 'BadRequest', message: error.message } });
};

function listening(app: Express, port: number): Promise<Server> {
  const server = createServer(app);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
