import { z } from 'zod/v4';
import { memberBody } from './channels.ts';
import { at, type Graph } from './client.ts';

const Member = z.looseObject({
  /** Opaque: not the user's id, and what removing needs. */
  id: z.string(),
  userId: z.string().nullish(),
  tenantId: z.string().nullish(),
  roles: z.array(z.string().nullable()).nullish(),
});
export interface ChannelMember {
  membershipId: string;
  objectId: string;
  tenantId: string | null;
  owner: boolean;
}

/** Members of a shared or private channel's own. */
export async function listMembers(graph: Graph, teamId: string, channelId: string): Promise<ChannelMember[]> {
  const listed = z.array(Member).parse(await graph.list(at`/teams/${teamId}/channels/${channelId}/members`));
  return listed.flatMap(({ id, userId, tenantId, roles }) =>
    typeof userId === 'string'
      ? [{ membershipId: id, objectId: userId, tenantId: tenantId ?? null, owner: roles?.includes('owner') ?? false }]
      : [],
  );
}

/** Adds a person; `tenantId` is given for people of other organisations (they stay in their own tenant). */
export async function addMember(
  graph: Graph,
  channel: { teamId: string; channelId: string },
  person: { objectId: string; tenantId?: string },
  { owner = false }: { owner?: boolean } = {},
): Promise<void> {
  await graph.post(
    at`/teams/${channel.teamId}/channels/${channel.channelId}/members`,
    memberBody(graph, person, owner),
  );
}

/** Makes a member an owner beside those there are. */
export async function makeOwner(
  graph: Graph,
  channel: { teamId: string; channelId: string },
  membershipId: string,
): Promise<void> {
  await graph.patch(at`/teams/${channel.teamId}/channels/${channel.channelId}/members/${membershipId}`, {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    roles: ['owner'],
  });
}

/** Takes a member out by the membership's id. */
export async function removeMember(
  graph: Graph,
  channel: { teamId: string; channelId: string },
  membershipId: string,
): Promise<void> {
  await graph.delete(at`/teams/${channel.teamId}/channels/${channel.channelId}/members/${membershipId}`);
}
