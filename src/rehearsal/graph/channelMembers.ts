import { z } from 'zod/v4';
import { membership, teamMembers, teamMemberships } from '../teamwork/channels.ts';
import type { TenantPerson } from '../people.ts';
import type { ChannelRecord } from '../state/records.ts';
import { param, Refused, reply, type Call, type Reply } from '../wire/call.ts';
import type { World } from '../world.ts';
import { bodyOf, boundUser } from './bodies.ts';
import { collection, entity } from './odata.ts';
import { settleOperations } from './operations.ts';
import { demandChannel, memberRow } from './teams.ts';

export const MemberBody = z.strictObject({
  '@odata.type': z
    .string()
    .regex(/^#?microsoft\.graph\.aadUserConversationMember$/, 'must be aadUserConversationMember'),
  'user@odata.bind': z.string().refine((bind) => boundUser(bind) !== null, 'must name a user'),
  roles: z
    .array(z.enum(['owner', 'guest']))
    .max(1)
    .optional(),
  tenantId: z.string().optional(),
});

export function listChannelMembers(world: World, call: Call): Reply {
  settleOperations(world);
  const channel = demandChannel(world, call);
  const members = channel.membershipType === 'standard' ? teamMemberships(world) : channel.members;
  const url = `${world.urls.graph}/v1.0/teams/${world.team.groupId}/channels/${channel.id}/members`;
  return reply(
    200,
    collection(
      call,
      url,
      'members',
      members.map((one) => memberRow(world, one)),
    ),
  );
}

export function addChannelMember(world: World, call: Call): Reply {
  settleOperations(world);
  const channel = ownRoster(world, call);
  const body = bodyOf(call, MemberBody);
  const person = invited(world, channel, boundUser(body['user@odata.bind']) ?? '', body.tenantId);
  const fresh = membership(channel.id, person, body.roles?.includes('owner') ?? false);
  const others = channel.members.filter((one) => one.id !== fresh.id);
  world.state.channels.put(channel.id, { ...channel, members: [...others, fresh] });
  world.changed({ changed: 'view' });
  return reply(201, entity("teams('id')/channels('id')/members/$entity", memberRow(world, fresh)));
}

export function updateChannelMember(world: World, call: Call): Reply {
  const channel = ownRoster(world, call);
  const held = channel.members.find((one) => one.id === param(call, 'membership'));
  if (held === undefined) throw new Refused(404, 'NotFound', 'The membership is not there.');
  const body = bodyOf(call, z.looseObject({ roles: z.array(z.enum(['owner'])).optional() }));
  const changed = { ...held, owner: body.roles?.includes('owner') ?? false };
  world.state.channels.put(channel.id, {
    ...channel,
    members: channel.members.map((one) => (one.id === changed.id ? changed : one)),
  });
  return reply(200, entity("teams('id')/channels('id')/members/$entity", memberRow(world, changed)));
}

export function removeChannelMember(world: World, call: Call): Reply {
  settleOperations(world);
  const channel = ownRoster(world, call);
  const rest = channel.members.filter((one) => one.id !== param(call, 'membership'));
  if (rest.length === channel.members.length) throw new Refused(404, 'NotFound', 'The membership is not there.');
  world.state.channels.put(channel.id, { ...channel, members: rest });
  world.changed({ changed: 'view' });
  return reply(204);
}

/** Only private and shared channels have members of their own. */
function ownRoster(world: World, call: Call): ChannelRecord {
  const channel = demandChannel(world, call);
  if (channel.membershipType !== 'standard') return channel;
  throw new Refused(400, 'BadRequest', 'Members of a standard channel are those of its team.');
}

/** People of other tenants come into shared channels alone, and their tenant must be named; a private channel takes people of the team. */
function invited(
  world: World,
  channel: ChannelRecord,
  user: string,
  tenantId: string | undefined,
): { objectId: string; tenantId: string } {
  const person = world.people.find(user);
  const home = tenantId ?? world.options.hostTenantId;
  if (person?.account == null || person.account.tenantId !== home)
    throw new Refused(404, 'NotFound', 'Failed to find the user in the tenant.');
  if (channel.membershipType === 'private' && !isOfTeam(world, person)) {
    throw new Refused(403, 'Forbidden', 'The user is not in the team, so the private channel cannot take them.');
  }
  return person.account;
}

const isOfTeam = (world: World, person: TenantPerson) => teamMembers(world).some((one) => one.id === person.id);
