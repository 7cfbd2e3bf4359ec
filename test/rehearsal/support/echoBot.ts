import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Activity, type TurnContext } from 'botbuilder';
import { AppCredentials } from 'botframework-connector';
import express from 'express';

export const APP_ID = 'b07b07b0-0000-4000-8000-000000000001';
export const TENANT_ID = '5a1d0c7e-0000-4000-8000-000000000001';

class StaticCredentials extends AppCredentials {
  override async getToken(): Promise<string> {
    return 'outbound-test-token';
  }
  async refreshToken(): Promise<never> {
    throw new Error('a static token is not refreshed');
  }
}

export interface EchoBot {
  url: string;
  notificationsUrl: string;
  received: Activity[];
  /** Authorization header of the last request. */
  lastToken(): string;
  notifications: Record<string, unknown>[];
  adapter(): CloudAdapter;
  /** Called once the tenant stands: from then on tokens are checked against its keys. */
  trust(openIdUrl: string): void;
  /** Answers of the bot, by invoke name or verb. */
  answers: Record<string, (context: TurnContext) => unknown>;
  close(): Promise<void>;
}

/** A small bot of real botbuilder, with token validation on, that repeats what it hears. */
export async function echoBot(): Promise<EchoBot> {
  const app = express();
  app.use(express.json());
  const received: Activity[] = [];
  const notifications: Record<string, unknown>[] = [];
  const answers: EchoBot['answers'] = {};
  let adapter: CloudAdapter | null = null;
  let lastToken = '';
  const demandAdapter = () => {
    if (adapter === null) throw new Error('the bot trusts nobody yet');
    return adapter;
  };
  app.post('/api/messages', async (request, response) => {
    lastToken = request.headers.authorization ?? '';
    await demandAdapter().process(request, response, (context) => turn(context, received, answers));
  });
  app.post('/api/notifications', (request, response) => {
    const token = request.query.validationToken;
    if (typeof token === 'string') {
      response.type('text/plain').send(token);
      return;
    }
    notifications.push(...((request.body as { value: Record<string, unknown>[] }).value ?? []));
    response.status(202).end();
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/api/messages`,
    notificationsUrl: `${origin}/api/notifications`,
    received,
    notifications,
    answers,
    lastToken: () => lastToken,
    adapter: demandAdapter,
    trust: (openIdUrl) => {
      adapter = new CloudAdapter(authentication(openIdUrl));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function authentication(openIdUrl: string): ConfigurationBotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: APP_ID,
      MicrosoftAppTenantId: TENANT_ID,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppPassword: 'unused',
      ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${TENANT_ID}`,
      OAuthUrl: 'https://token.botframework.com',
      CallerId: 'urn:botframework:azure',
    },
    {
      isValidAppId: async (id?: string) => id === APP_ID,
      isAuthenticationDisabled: async () => false,
      createCredentials: async (id: string) => new StaticCredentials(id),
    },
  );
}

async function turn(context: TurnContext, received: Activity[], answers: EchoBot['answers']): Promise<void> {
  const { activity } = context;
  received.push(activity);
  if (activity.type === 'message') {
    const words = activity.value === undefined ? activity.text : `value ${JSON.stringify(activity.value)}`;
    await context.sendActivity(`You said: ${words}`);
  }
  if (activity.type === 'invoke') {
    const value = activity.value as { action?: { verb?: string } };
    const answer = answers[value.action?.verb ?? activity.name ?? ''];
    const body: unknown = answer?.(context);
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  }
}
