import type { Activity, CloudAdapter, ConversationParameters, ConversationReference } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { untilDeadline } from '../graph/deadline.ts';
import { TeamsFault, teamsFaultOf } from './teamsFault.ts';

/** Where a posted message is found again. */
export interface Posted {
  conversationId: string;
  activityId: string;
}
/** Posting to Teams, as the product needs it. Every call is made once and ends within its deadline. */
export interface Teams {
  /** Starts a thread in a channel. */
  postToChannel(channelId: string, activity: Partial<Activity>): Promise<Posted>;
  /** Posts into a thread or a chat. */
  post(conversationId: string, activity: Partial<Activity>): Promise<Posted>;
  /** Changes a message in place. */
  update(posted: Posted, activity: Partial<Activity>): Promise<void>;
  /** Takes a message of ours away. */
  remove(posted: Posted): Promise<void>;
  /** The 1:1 chat with a person of the host tenant, by object id; Teams gives the same one each time. */
  chatWith(objectId: string): Promise<string>;
  /** Looks at a conversation and changes nothing: whether Teams answers for it at all. */
  look(conversationId: string): Promise<void>;
}
export interface TeamsOptions {
  adapter: CloudAdapter;
  appId: string;
  tenantId: string;
  /** Stored from an inbound activity: there is no reliable address before the first one. */
  serviceUrl: () => string | null | Promise<string | null>;
  deadlineMs?: number;
}

export function makeTeams(options: TeamsOptions): Teams {
  const { adapter, appId, tenantId } = options;
  const clients = new Map<string, Promise<ConnectorClient>>();
  const bot = { id: `28:${appId}`, name: '' };

  async function connector(): Promise<ConnectorClient> {
    const serviceUrl = await options.serviceUrl();
    if (serviceUrl === null || serviceUrl === '')
      throw new TeamsFault({ status: 0, code: 'noServiceUrl', kind: 'retry' });
    const known = clients.get(serviceUrl) ?? openConnector(adapter, appId, serviceUrl);
    clients.set(serviceUrl, known);
    known.catch(() => clients.delete(serviceUrl));
    return known;
  }

  async function call<T>(
    work: (client: ConnectorClient, options: { abortSignal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    const abortSignal = AbortSignal.timeout(options.deadlineMs ?? 15_000);
    const client = await signedIn(abortSignal);
    try {
      return await untilDeadline(work(client, { abortSignal }), abortSignal);
    } catch (error) {
      throw teamsFaultOf(error);
    }
  }

  /** The client with a token in hand: while there is none nothing leaves the machine, and no try is in doubt. */
  async function signedIn(abortSignal: AbortSignal): Promise<ConnectorClient> {
    const client = await untilDeadline(connector(), abortSignal).catch((error: unknown) => {
      throw error instanceof TeamsFault ? error : notSent('noAddress');
    });
    await untilDeadline((client as unknown as Signing).credentials.getToken(), abortSignal).catch(() => {
      throw notSent('noToken');
    });
    return client;
  }
  const notSent = (code: string) => new TeamsFault({ status: 0, code, kind: 'retry' });

  return {
    async postToChannel(channelId, activity) {
      const parameters = {
        isGroup: true,
        bot,
        tenantId,
        channelData: { channel: { id: channelId }, tenant: { id: tenantId } },
        activity: activity as Activity,
      };
      const made = await call((client, limits) =>
        client.conversations.createConversation(parameters as unknown as ConversationParameters, limits),
      );
      // Teams names the thread `19:…;messageid=N`; N is the id of its first message.
      const activityId = /;messageid=(\d+)/.exec(made.id)?.[1] ?? made.activityId;
      return { conversationId: made.id, activityId };
    },
    async post(conversationId, activity) {
      const body = { ...activity, conversation: { id: conversationId } } as Partial<Activity>;
      const sent = await call((client, limits) =>
        client.conversations.sendToConversation(conversationId, body, limits),
      );
      return { conversationId, activityId: sent.id };
    },
    async update({ conversationId, activityId }, activity) {
      const body = { ...activity, id: activityId } as Partial<Activity>;
      await call((client, limits) => client.conversations.updateActivity(conversationId, activityId, body, limits));
    },
    async remove({ conversationId, activityId }) {
      await call((client, limits) => client.conversations.deleteActivity(conversationId, activityId, limits));
    },
    async chatWith(objectId) {
      const parameters = {
        isGroup: false,
        bot,
        tenantId,
        channelData: { tenant: { id: tenantId } },
        members: [{ id: objectId }],
      };
      const made = await call((client, limits) =>
        client.conversations.createConversation(parameters as unknown as ConversationParameters, limits),
      );
      return made.id;
    },
    async look(conversationId) {
      const [room = conversationId] = conversationId.split(';');
      try {
        await call((client, limits) => {
          // Its types demand the token of a page before, which the first page does not have.
          const first = {
            pageSize: 50,
            ...limits,
          } as unknown as { pageSize: number; continuationToken: string };
          return client.conversations.getConversationPagedMembers(room, first);
        });
      } catch (error) {
        // Looking changes nothing, so a lost answer leaves no doubt.
        if (!(error instanceof TeamsFault) || error.kind !== 'unknown') throw error;
        throw new TeamsFault({ status: error.status, code: error.code, kind: 'retry' });
      }
    },
  };
}

/** The parts of the client that its types hide. The token is kept by the SDK until it runs out. */
interface Signing {
  credentials: { getToken(): Promise<string> };
}
interface Pipeline {
  removePolicy(which: { name: string }): unknown[];
}

/**
 * The SDK's connector client for an address, without its own repeats: it would send a POST four times on 5xx, and its options to
 * switch that off do nothing. The retry policy is taken out of the pipeline; should an update of
 * the SDK rename it, this throws instead of posting twice.
 */
async function openConnector(adapter: CloudAdapter, appId: string, serviceUrl: string): Promise<ConnectorClient> {
  const reference: Partial<ConversationReference> = {
    channelId: 'msteams',
    serviceUrl,
    conversation: { id: 'none', isGroup: false, conversationType: 'personal', name: '' },
  };
  let client: ConnectorClient | undefined;
  await adapter.continueConversationAsync(appId, reference, async (context) => {
    client = context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey);
  });
  if (client === undefined) throw new Error('the adapter gave no connector client');
  if (typeof (client as unknown as Partial<Signing>).credentials?.getToken !== 'function')
    throw new Error('the connector client shows no credentials: it could not be told whether a post left the machine');
  const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
  const removed = pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length !== 1)
    throw new Error('the connector client would repeat posts by itself: its retry policy was not found');
  return client;
}
