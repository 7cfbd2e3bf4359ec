import { newId } from './identifiers.ts';
import { accountId, type TenantPerson } from './people.ts';
import { threadId, type Conversation } from './teamwork/conversations.ts';
import { wallTime } from './londonTime.ts';
import type { World } from './world.ts';

export const botAccountId = (world: World): string => `28:${world.options.botAppId}`;
export const botName = (world: World): string => world.options.botName ?? 'Convene';

/** What every activity from a person carries. `root` names the thread in a channel. */
export function activityFrom(
  world: World,
  person: TenantPerson,
  where: Conversation,
  root: string | null,
): Record<string, unknown> {
  const at = world.now();
  return {
    id: newId(),
    timestamp: at.toISOString(),
    localTimestamp: `${wallTime(at, 'Europe/London')}.000`,
    localTimezone: 'Europe/London',
    locale: 'en-GB',
    channelId: 'msteams',
    serviceUrl: world.urls.connector,
    from: {
      id: accountId(person.account?.objectId ?? ''),
      name: person.name,
      aadObjectId: person.account?.objectId ?? '',
      tenantId: person.account?.tenantId ?? '',
    },
    recipient: { id: botAccountId(world), name: botName(world) },
    conversation: conversationAccount(world, where, root),
    channelData: channelData(world, where),
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
  };
}

/** The tenant named here is always the host's, also when somebody from elsewhere writes. */
function conversationAccount(world: World, where: Conversation, root: string | null): Record<string, unknown> {
  const tenantId = world.options.hostTenantId;
  if (where.kind === 'chat') return { id: where.id, conversationType: 'personal', isGroup: false, tenantId };
  const id = root === null ? where.id : threadId(where.id, root);
  return { id, conversationType: 'channel', isGroup: true, tenantId, name: where.channel.name };
}

function channelData(world: World, where: Conversation): Record<string, unknown> {
  const tenant = { id: world.options.hostTenantId };
  if (where.kind === 'chat') return { tenant };
  return {
    tenant,
    team: { id: world.team.internalId, aadGroupId: world.team.groupId, name: world.team.name },
    channel: { id: where.id, name: where.channel.name },
    teamsTeamId: world.team.internalId,
    teamsChannelId: where.id,
  };
}
