import type { ChannelRecord } from '../state/records.ts';
import type { World } from '../world.ts';

export function channelRow(world: World, channel: ChannelRecord): Record<string, unknown> {
  return {
    id: channel.id,
    createdDateTime: channel.createdAt,
    displayName: channel.name,
    description: channel.description,
    isFavoriteByDefault: false,
    email: '',
    tenantId: world.options.hostTenantId,
    webUrl: `https://teams.microsoft.com/l/channel/${encodeURIComponent(channel.id)}`,
    membershipType: channel.membershipType,
    isArchived: channel.archived,
  };
}
