import type { Call, Route } from '../wire/call.ts';
import {
  GRAPH_MAILBOX,
  GRAPH_SUBSCRIPTIONS,
  GRAPH_TEAM_OR_CHANNEL,
  GRAPH_TEAMS_APP,
  type Rate,
} from '../wire/rateLimits.ts';
import { addChannelMember, listChannelMembers, removeChannelMember, updateChannelMember } from './channelMembers.ts';
import {
  archiveChannel,
  deleteChannel,
  getChannel,
  listChannels,
  unarchiveChannel,
  updateChannel,
} from './channels.ts';
import { createChannel } from './createChannel.ts';
import { getFilesFolder, replaceFile, uploadFile } from './drive.ts';
import { cancelEvent, createEvent, deleteEvent, getEvent, listEvents, updateEvent } from './events.ts';
import { createDraft, sendDraft, sendMail } from './mail.ts';
import { getOperation } from './operations.ts';
import { getSchedule } from './schedule.ts';
import {
  createSubscription,
  deleteSubscription,
  getSubscription,
  listSubscriptions,
  reauthorizeSubscription,
  renewSubscription,
} from './subscriptions.ts';
import { getTeam, listTeamMembers } from './teams.ts';
import { getManager, getUser, listOrganization, listUsers } from './users.ts';

type Budget = [string, readonly Rate[]][];
const teams = (call: Call): Budget => [
  ['teams app', GRAPH_TEAMS_APP],
  [`room ${call.params.channel ?? call.params.team ?? ''}`, GRAPH_TEAM_OR_CHANNEL],
];
const mailbox = (call: Call): Budget => [[`mailbox ${call.params.user ?? ''}`, GRAPH_MAILBOX]];
const subscriptions = (): Budget => [['subscriptions', GRAPH_SUBSCRIPTIONS]];

const team = '/v1.0/teams/:team';
const channel = `${team}/channels/:channel`;
const user = '/v1.0/users/:user';
const subscription = '/v1.0/subscriptions/:subscription';

/** The Graph calls that the bot uses, below the Graph address. */
export const graphRoutes: Route[] = [
  { method: 'get', path: team, handle: getTeam, budget: teams },
  { method: 'get', path: `${team}/members`, handle: listTeamMembers, budget: teams },
  { method: 'get', path: `${team}/operations/:operation`, handle: getOperation, budget: teams },
  { method: 'get', path: `${team}/channels`, handle: listChannels, budget: teams },
  { method: 'post', path: `${team}/channels`, handle: createChannel, budget: teams },
  { method: 'get', path: channel, handle: getChannel, budget: teams },
  { method: 'patch', path: channel, handle: updateChannel, budget: teams },
  { method: 'delete', path: channel, handle: deleteChannel, budget: teams },
  { method: 'post', path: `${channel}/archive`, handle: archiveChannel, budget: teams },
  { method: 'post', path: `${channel}/unarchive`, handle: unarchiveChannel, budget: teams },
  { method: 'get', path: `${channel}/members`, handle: listChannelMembers, budget: teams },
  { method: 'post', path: `${channel}/members`, handle: addChannelMember, budget: teams },
  { method: 'patch', path: `${channel}/members/:membership`, handle: updateChannelMember, budget: teams },
  { method: 'delete', path: `${channel}/members/:membership`, handle: removeChannelMember, budget: teams },
  { method: 'get', path: `${channel}/filesFolder`, handle: getFilesFolder, budget: teams },
  { method: 'put', path: '/v1.0/drives/:drive/items/:item\\:/:name\\:/content', handle: uploadFile },
  { method: 'put', path: '/v1.0/drives/:drive/items/:item/content', handle: replaceFile },
  { method: 'get', path: '/v1.0/organization', handle: listOrganization },
  { method: 'get', path: '/v1.0/users', handle: listUsers },
  { method: 'get', path: user, handle: getUser },
  { method: 'get', path: `${user}/manager`, handle: getManager },
  { method: 'post', path: `${user}/calendar/getSchedule`, handle: getSchedule, budget: mailbox },
  { method: 'get', path: `${user}/events`, handle: listEvents, budget: mailbox },
  { method: 'post', path: `${user}/events`, handle: createEvent, budget: mailbox },
  { method: 'get', path: `${user}/events/:event`, handle: getEvent, budget: mailbox },
  { method: 'patch', path: `${user}/events/:event`, handle: updateEvent, budget: mailbox },
  { method: 'delete', path: `${user}/events/:event`, handle: deleteEvent, budget: mailbox },
  { method: 'post', path: `${user}/events/:event/cancel`, handle: cancelEvent, budget: mailbox },
  { method: 'post', path: `${user}/sendMail`, handle: sendMail, budget: mailbox },
  { method: 'post', path: `${user}/messages`, handle: createDraft, budget: mailbox },
  { method: 'post', path: `${user}/messages/:message/send`, handle: sendDraft, budget: mailbox },
  { method: 'get', path: '/v1.0/subscriptions', handle: listSubscriptions, budget: subscriptions },
  { method: 'post', path: '/v1.0/subscriptions', handle: createSubscription, budget: subscriptions },
  { method: 'get', path: subscription, handle: getSubscription, budget: subscriptions },
  { method: 'patch', path: subscription, handle: renewSubscription, budget: subscriptions },
  { method: 'delete', path: subscription, handle: deleteSubscription, budget: subscriptions },
  { method: 'post', path: `${subscription}/reauthorize`, handle: reauthorizeSubscription, budget: subscriptions },
];
