import { accountId, type TenantPerson } from '../people.ts';
import type { ChannelRecord, Membership } from '../state/records.ts';
import type { World } from '../world.ts';
import { hexOf } from '../identifiers.ts';

/** The team's first channel, which every team has. Its id is the team's own. */
export function ensureGeneral(world: World): ChannelRecord {
  const id = world.team.internalId;
  return world.state.channels.get(id) ?? world.state.channels.put(id, generalChannel(id, world.now()));
}

function generalChannel(id: string, at: Date): ChannelRecord {
  return {
    id,
    name: 'General',
    description: '',
    membershipType: 'standard',
    createdAt: at.toISOString(),
    ready: true,
    archived: false,
    deleted: false,
    botEnabled: true,
    folderAsked: true,
    members: [],
  };
}

/** A channel that exists for its users: made, and not deleted. */
export function openChannel(world: World, id: string): ChannelRecord | undefined {
  const channel = world.state.channels.get(id);
  return channel !== undefined && channel.ready && !channel.deleted ? channel : undefined;
}

export const visibleChannels = (world: World): ChannelRecord[] =>
  world.state.channels.all().filter((channel) => channel.ready && !channel.deleted);

/** People of the host tenant who work in the partnership; with standard channels, guests from its other agencies too. */
export function teamMembers(world: World): TenantPerson[] {
  const guests = world.options.partnership.authority.channelType !== 'shared';
  return world.people.all.filter((person) => person.active && (person.host || guests));
}

export function channelMembers(world: World, channel: ChannelRecord): TenantPerson[] {
  if (channel.membershipType === 'standard') return teamMembers(world);
  return channel.members.flatMap((member) => world.people.byObjectId(member.objectId) ?? []);
}

export const isMember = (world: World, channel: ChannelRecord, person: TenantPerson): boolean =>
  channelMembers(world, channel).some((one) => one.id === person.id);

/** The team's own people as memberships: coordinators own it. */
export function teamMemberships(world: World): Membership[] {
  return teamMembers(world).flatMap((person) =>
    person.account === null ? [] : [membership(world.team.internalId, person.account, person.coordinator)],
  );
}

export function membership(of: string, account: { objectId: string; tenantId: string }, owner: boolean): Membership {
  const id = Buffer.from(`${hexOf(of, 16)}##${account.objectId}`).toString('base64url');
  return { id, objectId: account.objectId, tenantId: account.tenantId, owner };
}

/** A member as the Bot Connector lists one. */
export function memberAccount(person: TenantPerson): Record<string, unknown> {
  const [givenName = '', ...rest] = person.name.split(' ');
  const objectId = person.account?.objectId ?? '';
  return {
    id: accountId(objectId),
    name: person.name,
    aadObjectId: objectId,
    givenName,
    surname: rest.join(' '),
    email: person.email,
    userPrincipalName: person.email,
    tenantId: person.account?.tenantId ?? '',
    userRole: 'user',
  };
}
