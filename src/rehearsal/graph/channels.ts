import { z } from 'zod/v4';
import { visibleChannels } from '../teamwork/channels.ts';
import { Refused, reply, type Call, type Reply } from '../wire/call.ts';
import type { World } from '../world.ts';
import { bodyOf } from './bodies.ts';
import { channelRow } from './channelRow.ts';
import { collection, entity } from './odata.ts';
import { settleOperations, startOperation } from './operations.ts';
import { demandChannel, demandTeam } from './teams.ts';

export function listChannels(world: World, call: Call): Reply {
  demandTeam(world, call);
  settleOperations(world);
  const url = `${world.urls.graph}/v1.0/teams/${world.team.groupId}/channels`;
  return reply(
    200,
    collection(
      call,
      url,
      "teams('id')/channels",
      visibleChannels(world).map((one) => channelRow(world, one)),
    ),
  );
}

export function getChannel(world: World, call: Call): Reply {
  settleOperations(world);
  return reply(
    200,
    entity("teams('id')/channels/$entity", channelRow(world, demandChannel(world, call)), call.query.$select),
  );
}

const Changes = z.looseObject({ displayName: z.string().min(1).max(50).optional(), description: z.string().nullish() });

export function updateChannel(world: World, call: Call): Reply {
  const channel = demandChannel(world, call);
  const body = bodyOf(call, Changes);
  if (body.membershipType !== undefined) throw new Refused(400, 'BadRequest', 'The membership type cannot be changed.');
  const name = body.displayName ?? channel.name;
  const taken = world.state.channels
    .all()
    .some((one) => one.id !== channel.id && one.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new Refused(400, 'NameAlreadyExists', 'Channel name already existed, please use other name.');
  world.state.channels.put(channel.id, { ...channel, name, description: body.description ?? channel.description });
  world.changed({ changed: 'view' });
  return reply(204);
}

/** A soft delete: the channel is gone, its name stays taken. */
export function deleteChannel(world: World, call: Call): Reply {
  const channel = demandChannel(world, call);
  if (channel.id === world.team.internalId)
    throw new Refused(400, 'BadRequest', 'The General channel cannot be deleted.');
  world.state.channels.put(channel.id, { ...channel, deleted: true });
  world.changed({ changed: 'view' });
  return reply(204);
}

const ArchiveBody = z.strictObject({ shouldSetSpoSiteReadOnlyForMembers: z.boolean().nullish() });

export function archiveChannel(world: World, call: Call): Reply {
  settleOperations(world);
  const channel = demandChannel(world, call);
  bodyOf(call, ArchiveBody);
  if (channel.id === world.team.internalId)
    throw new Refused(400, 'BadRequest', 'The General channel cannot be archived.');
  const ownerless = channel.membershipType !== 'standard' && !channel.members.some((one) => one.owner);
  if (ownerless) throw new Refused(400, 'BadRequest', 'A channel without an owner cannot be archived.');
  return accepted(world, startOperation(world, 'archiveChannel', channel).id);
}

export function unarchiveChannel(world: World, call: Call): Reply {
  settleOperations(world);
  return accepted(world, startOperation(world, 'unarchiveChannel', demandChannel(world, call)).id);
}

const accepted = (world: World, operation: string): Reply =>
  reply(202, undefined, { Location: `/teams/${world.team.groupId}/operations/${operation}` });
