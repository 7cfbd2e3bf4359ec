import { param, Refused, reply, type Call, type Reply } from '../wire/call.ts';
import { memberAccount, teamMembers, visibleChannels } from '../teamwork/channels.ts';
import { splitConversation } from '../teamwork/conversations.ts';
import type { World } from '../world.ts';
import { roomOfBot } from './rooms.ts';

const membersIn = (world: World, call: Call) =>
  roomOfBot(world, splitConversation(param(call, 'conversation')).base).members;

export function listMembers(world: World, call: Call): Reply {
  return reply(200, membersIn(world, call).map(memberAccount));
}

export function getMember(world: World, call: Call): Reply {
  const wanted = world.people.find(param(call, 'member'));
  const member = membersIn(world, call).find((one) => one.id === wanted?.id);
  if (member === undefined)
    throw new Refused(404, 'MemberNotFoundInConversation', 'The member is not in the conversation.');
  return reply(200, memberAccount(member));
}

const SMALLEST_PAGE = 50;
const LARGEST_PAGE = 500;

/** Pages hold 50 to 500 members, whatever is asked for. */
export function pageMembers(world: World, call: Call): Reply {
  const members = membersIn(world, call);
  const size = Math.min(
    LARGEST_PAGE,
    Math.max(SMALLEST_PAGE, Number(call.query.pageSize ?? LARGEST_PAGE) || LARGEST_PAGE),
  );
  const from = Number(call.query.continuationToken ?? 0) || 0;
  const next = from + size;
  return reply(200, {
    members: members.slice(from, next).map(memberAccount),
    ...(next < members.length ? { continuationToken: String(next) } : {}),
  });
}

function demandTeam(world: World, call: Call): void {
  if (param(call, 'team') !== world.team.internalId) throw new Refused(404, 'TeamNotFound', 'The team is not there.');
}

export function teamDetails(world: World, call: Call): Reply {
  demandTeam(world, call);
  return reply(200, {
    id: world.team.internalId,
    name: world.team.name,
    aadGroupId: world.team.groupId,
    tenantId: world.options.hostTenantId,
    type: 'standard',
    channelCount: visibleChannels(world).length,
    memberCount: teamMembers(world).length,
  });
}

/** General goes without a name, as Teams lists it. */
export function teamChannels(world: World, call: Call): Reply {
  demandTeam(world, call);
  const conversations = visibleChannels(world).map((channel) => ({
    id: channel.id,
    name: channel.id === world.team.internalId ? null : channel.name,
    type: channel.membershipType,
  }));
  return reply(200, { conversations });
}
