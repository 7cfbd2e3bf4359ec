import { z } from 'zod/v4';
import { hexOf, newId } from '../identifiers.ts';
import { membership } from '../teamwork/channels.ts';
import { Refused, reply, type Call, type Reply } from '../wire/call.ts';
import type { ChannelRecord, MembershipType } from '../state/records.ts';
import type { World } from '../world.ts';
import { bodyOf, boundUser } from './bodies.ts';
import { channelRow } from './channelRow.ts';
import { MemberBody } from './channelMembers.ts';
import { entity } from './odata.ts';
import { startOperation } from './operations.ts';
import { demandTeam } from './teams.ts';

const NAME = /^(?![_.])[^~#%&*{}+/\\:<>?|'"]*(?<!\.)$/;
const NewChannel = z.strictObject({
  '@odata.type': z.string().optional(),
  displayName: z.string().min(1).max(50).regex(NAME, 'has characters that a channel name cannot have'),
  description: z.string().nullish(),
  membershipType: z.enum(['standard', 'private', 'shared']).nullish(),
  members: z.array(MemberBody).optional(),
  isFavoriteByDefault: z.boolean().nullish(),
  sharedWithTeams: z.array(z.looseObject({ id: z.string() })).optional(),
});
type NewChannel = z.infer<typeof NewChannel>;

/** Standard and private channels are there at once; a shared one is made in the background and must be looked for. */
export function createChannel(world: World, call: Call): Reply {
  demandTeam(world, call);
  const body = bodyOf(call, NewChannel);
  const taken = world.state.channels.all().some((one) => one.name.toLowerCase() === body.displayName.toLowerCase());
  if (taken) throw new Refused(400, 'NameAlreadyExists', 'Channel name already existed, please use other name.');
  const type = body.membershipType ?? 'standard';
  const channel = newChannel(world, body, type);
  world.state.channels.put(channel.id, channel);
  world.changed({ changed: 'view' });
  if (type !== 'shared') return reply(201, entity("teams('id')/channels/$entity", channelRow(world, channel)));
  const operation = startOperation(world, 'createChannel', channel);
  return reply(202, undefined, {
    Location: `/teams('${world.team.groupId}')/operations('${operation.id}')`,
    'Content-Location': `/teams('${world.team.groupId}')/channels('${channel.id}')`,
  });
}

function newChannel(world: World, body: NewChannel, type: MembershipType): ChannelRecord {
  const id = `19:${hexOf(newId(), 32)}@thread.tacv2`;
  return {
    id,
    name: body.displayName,
    description: body.description ?? '',
    membershipType: type,
    createdAt: world.now().toISOString(),
    ready: type !== 'shared',
    archived: false,
    deleted: false,
    botEnabled: true,
    folderAsked: type === 'standard',
    members: type === 'standard' ? [] : [ownerOf(world, body, type, id)],
  };
}

/** An app is nobody who could own a channel, so it must name an owner; a shared channel takes exactly one member to begin with. */
function ownerOf(world: World, body: NewChannel, type: MembershipType, channelId: string) {
  const owners = (body.members ?? []).filter((one) => one.roles?.includes('owner'));
  if (owners.length === 0)
    throw new Refused(400, 'BadRequest', 'A private or shared channel needs an owner in members.');
  if (type === 'shared' && (body.members ?? []).length !== 1) {
    throw new Refused(400, 'BadRequest', 'A shared channel takes exactly one member, its owner, when it is created.');
  }
  const person = world.people.find(boundUser(owners[0]?.['user@odata.bind'] ?? '') ?? '');
  if (person?.account == null || !person.host)
    throw new Refused(404, 'NotFound', 'Failed to find the owner in the tenant.');
  return membership(channelId, person.account, true);
}
