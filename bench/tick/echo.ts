import type { TurnContext } from 'botbuilder';
import express from 'express';
import { adapterFor } from '../ground.ts';
import { listen, runChild } from './child.ts';

export interface EchoStart {
  tenantId: string;
  openIdUrl: string;
}
export interface EchoReady {
  url: string;
}

/** The least that botbuilder does for a turn: check the token, read the activity, post one message back. */
runChild<EchoStart, EchoReady>(async ({ tenantId, openIdUrl }) => {
  const adapter = adapterFor(tenantId, openIdUrl);
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.post('/api/messages', express.json({ limit: '256kb' }), async (request, response) => {
    await adapter.process(request, response, async (context: TurnContext) => {
      await context.sendActivity(`You said: ${context.activity.text}`);
    });
  });
  return { ready: { url: await listen(app) }, close: async () => undefined };
});
