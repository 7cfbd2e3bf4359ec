import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TurnContext } from 'botbuilder';
import express, { type Express } from 'express';
import { openDatabase } from '../../src/store/database.ts';
import { trueCopies } from '../copies.ts';
import { adapterFor, groundOn } from '../ground.ts';
import { OWNER, reviewWithPlan, TICKED_ON, who } from '../oneCase.ts';

/** What the child is told, and what it tells when both servers listen. */
export interface Start {
  folder: string;
  openIdUrl: string;
  cases: number;
}
export interface Ready {
  product: string;
  echo: string;
  cases: string[];
  person: { tenantId: string; objectId: string; name: string };
  hostTenantId: string;
}

process.once('message', (start: Start) => void serve(start));

/** Both bots in one process of their own, as alike as can be, away from those who call them. */
async function serve({ folder, openIdUrl, cases }: Start): Promise<void> {
  const store = await openDatabase({ folder });
  const ground = await groundOn(store.db, TICKED_ON, openIdUrl);
  const template = await reviewWithPlan(ground);
  ground.on(TICKED_ON);
  const { tenantId, objectId, name } = who(ground, OWNER);
  const ready: Ready = {
    product: await listen(ground.server),
    echo: await listen(echo(ground.partnership.authority.tenantId, openIdUrl)),
    cases: await trueCopies(store.db, template, cases),
    person: { tenantId, objectId, name },
    hostTenantId: ground.partnership.authority.tenantId,
  };
  process.once('message', () => void store.close().then(() => process.exit(0)));
  process.send?.(ready);
}

/** The least that botbuilder does for a turn: check the token, read the activity, post one message back. */
function echo(tenantId: string, openIdUrl: string): Express {
  const adapter = adapterFor(tenantId, openIdUrl);
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.post('/api/messages', express.json({ limit: '256kb' }), async (request, response) => {
    await adapter.process(request, response, async (context: TurnContext) => {
      await context.sendActivity(`You said: ${context.activity.text}`);
    });
  });
  return app;
}

async function listen(app: Express): Promise<string> {
  const server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
}
