import { splitConversation } from '../teamwork/conversations.ts';
import type { Call, Route } from '../wire/call.ts';
import { CONNECTOR_APP, CONVERSATION_READS, CONVERSATION_WRITES, type Rate } from '../wire/rateLimits.ts';
import { deleteActivity, sendActivity, updateActivity } from './activities.ts';
import { createConversation } from './createConversation.ts';
import { getMember, listMembers, pageMembers, teamChannels, teamDetails } from './rosters.ts';

type Budget = [string, readonly Rate[]][];
const app: Budget = [['app', CONNECTOR_APP]];
const writes = (call: Call): Budget => [
  ...app,
  [`write ${splitConversation(call.params.conversation ?? '').base}`, CONVERSATION_WRITES],
];
const reads = (call: Call): Budget => [
  ...app,
  [`read ${splitConversation(call.params.conversation ?? '').base}`, CONVERSATION_READS],
];
const creates = (call: Call): Budget => {
  const data = (call.body as { channelData?: { channel?: { id?: unknown } } } | undefined)?.channelData;
  const channel = data?.channel?.id;
  return typeof channel === 'string' ? [...app, [`write ${channel}`, CONVERSATION_WRITES]] : app;
};

const conversation = '/v3/conversations/:conversation';

/** The Bot Connector, below its service address. */
export const connectorRoutes: Route[] = [
  { method: 'post', path: '/v3/conversations', handle: createConversation, budget: creates },
  { method: 'post', path: `${conversation}/activities`, handle: sendActivity, budget: writes },
  { method: 'post', path: `${conversation}/activities/:activity`, handle: sendActivity, budget: writes },
  { method: 'put', path: `${conversation}/activities/:activity`, handle: updateActivity, budget: writes },
  { method: 'delete', path: `${conversation}/activities/:activity`, handle: deleteActivity, budget: writes },
  { method: 'get', path: `${conversation}/members`, handle: listMembers, budget: reads },
  { method: 'get', path: `${conversation}/members/:member`, handle: getMember, budget: reads },
  { method: 'get', path: `${conversation}/pagedmembers`, handle: pageMembers, budget: reads },
  { method: 'get', path: '/v3/teams/:team', handle: teamDetails, budget: () => app },
  { method: 'get', path: '/v3/teams/:team/conversations', handle: teamChannels, budget: () => app },
];
