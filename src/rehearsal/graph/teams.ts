import { param, Refused, reply, type Call, type Reply } from '../wire/call.ts';
import { teamMemberships } from '../teamwork/channels.ts';
import type { ChannelRecord, Membership } from '../state/records.ts';
import type { World } from '../world.ts';
import { collection, entity } from './odata.ts';

export function demandTeam(world: World, call: Call): void {
  if (param(call, 'team').toLowerCase() === world.team.groupId.toLowerCase()) return;
  throw new Refused(404, 'NotFound', 'No team found with Group Id.');
}

/** A channel of the team that is there and made. */
export function demandChannel(world: World, call: Call): ChannelRecord {
  demandTeam(world, call);
  const channel = world.state.channels.get(param(call, 'channel'));
  if (channel === undefined || channel.deleted || !channel.ready)
    throw new Refused(404, 'NotFound', 'The channel is not there.');
  return channel;
}

export function getTeam(world: World, call: Call): Reply {
  demandTeam(world, call);
  const row = {
    id: world.team.groupId,
    displayName: world.team.name,
    description: '',
    internalId: world.team.internalId,
    tenantId: world.options.hostTenantId,
    isArchived: false,
    visibility: 'private',
    webUrl: `https://teams.microsoft.com/l/team/${encodeURIComponent(world.team.internalId)}`,
  };
  return reply(200, entity('teams/$entity', row, call.query.$select));
}

export function listTeamMembers(world: World, call: Call): Reply {
  demandTeam(world, call);
  const url = `${world.urls.graph}/v1.0/teams/${world.team.groupId}/members`;
  return reply(
    200,
    collection(
      call,
      url,
      'members',
      teamMemberships(world).map((one) => memberRow(world, one)),
    ),
  );
}

export function memberRow(world: World, member: Membership): Record<string, unknown> {
  const person = world.people.byObjectId(member.objectId);
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: member.id,
    roles: member.owner ? ['owner'] : [],
    displayName: person?.name ?? '',
    visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
    userId: member.objectId,
    email: person?.email ?? null,
    tenantId: member.tenantId,
  };
}
