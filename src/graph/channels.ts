import { z } from 'zod/v4';
import { at, type Graph } from './client.ts';
import { GraphFault } from './fault.ts';

export type ChannelType = 'shared' | 'standard' | 'private';
const Channel = z.looseObject({ id: z.string(), displayName: z.string(), isArchived: z.boolean().nullish() });
export type Channel = z.infer<typeof Channel>;

/** The team's channel of this name, letter case aside, or null. Deleted ones are not listed though their names stay taken. */
export async function findChannel(graph: Graph, teamId: string, name: string): Promise<Channel | null> {
  const found = await graph.list(at`/teams/${teamId}/channels`, {
    query: { $filter: `displayName eq '${name.replaceAll("'", "''")}'`, $select: 'id,displayName,membershipType' },
  });
  const same = z.array(Channel).parse(found);
  return same.find((channel) => channel.displayName.toLowerCase() === name.toLowerCase()) ?? null;
}

/** Whether the channel is there. One that was deleted is not, though its name stays taken for 30 days. */
export async function channelStands(graph: Graph, teamId: string, channelId: string): Promise<boolean> {
  try {
    await graph.get(at`/teams/${teamId}/channels/${channelId}`, { query: { $select: 'id' } });
    return true;
  } catch (fault) {
    if (fault instanceof GraphFault && fault.status === 404) return false;
    throw fault;
  }
}

export interface NewChannel {
  teamId: string;
  name: string;
  type: ChannelType;
  /** Object id of the owner that an app must name for shared and private channels. */
  owner: string;
}
export type Made = { channelId: string } | { operation: string };

/**
 * Makes a channel: its id, or the operation that is making it (shared channels). Nothing keeps Graph from making two,
 * so look with `findChannel` before and after.
 * @throws GraphFault NameAlreadyExists when the name is taken
 */
export async function createChannel(graph: Graph, channel: NewChannel): Promise<Made> {
  const members =
    channel.type === 'standard' ? {} : { members: [memberBody(graph, { objectId: channel.owner }, true)] };
  const answer = await graph.post(at`/teams/${channel.teamId}/channels`, {
    displayName: channel.name,
    membershipType: channel.type,
    ...members,
  });
  return answer.status === 202
    ? { operation: operationOf(answer.headers) }
    : { channelId: Channel.parse(answer.body).id };
}

/** Archives the channel, its files read-only for members: the operation to look at. */
export async function archiveChannel(graph: Graph, teamId: string, channelId: string): Promise<string> {
  const body = { shouldSetSpoSiteReadOnlyForMembers: true };
  return operationOf((await graph.post(at`/teams/${teamId}/channels/${channelId}/archive`, body)).headers);
}

/** Opens an archived channel again: the operation to look at. Nothing can be posted before it has succeeded. */
export async function unarchiveChannel(graph: Graph, teamId: string, channelId: string): Promise<string> {
  return operationOf((await graph.post(at`/teams/${teamId}/channels/${channelId}/unarchive`)).headers);
}

const Operation = z.looseObject({ status: z.string(), targetResourceId: z.string().nullish() });

/** How a team operation stands. Any status but these two final ones means that it is not over. */
export async function lookAtOperation(
  graph: Graph,
  path: string,
): Promise<{ status: 'running' | 'succeeded' | 'failed'; targetId?: string }> {
  const read = Operation.parse((await graph.get(path)).body);
  const status = read.status === 'succeeded' || read.status === 'failed' ? read.status : 'running';
  return typeof read.targetResourceId === 'string' ? { status, targetId: read.targetResourceId } : { status };
}

/** `/teams/{}/operations/{}` from Location, or from Content-Location as some calls document it. */
function operationOf(headers: Headers): string {
  const named = /teams(?:\/|\(')([^/')]+)(?:'\))?\/operations(?:\/|\(')([^/')?]+)/;
  const found = named.exec(headers.get('location') ?? '') ?? named.exec(headers.get('content-location') ?? '');
  if (!found) throw new GraphFault({ status: 202, code: 'noOperationNamed', kind: 'unknown' });
  return at`/teams/${decodeURIComponent(found[1] as string)}/operations/${decodeURIComponent(found[2] as string)}`;
}

/** A member as Graph takes one; people of other organisations are named with their own tenant. */
export function memberBody(graph: Graph, person: { objectId: string; tenantId?: string }, owner: boolean) {
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    'user@odata.bind': `${graph.base}/users('${person.objectId}')`,
    roles: owner ? ['owner'] : [],
    ...(person.tenantId === undefined ? {} : { tenantId: person.tenantId }),
  };
}
