import type { TurnContext } from 'botbuilder';
import { welcomeCard } from '../../cards/welcomeCard.ts';
import { whoIs } from '../../operations/identity.ts';
import { partnershipIn } from '../../operations/standing.ts';
import { card } from '../answer.ts';
import { hostTenantOf, identityOf, IncomingSchema, isPersonal, type Incoming } from '../incoming.ts';
import type { BotParts, Met } from '../parts.ts';
import { reply } from '../reply.ts';

/**
 * The bot was added, or met someone: remembers where they are reached, and says hello once in a personal chat.
 * Conversations of another tenant are not remembered.
 */
export const conversationChanged =
  (parts: BotParts) =>
  async (context: TurnContext): Promise<void> => {
    const parsed = IncomingSchema.safeParse(context.activity);
    if (!parsed.success || parsed.data.action?.startsWith('remove')) return;
    const { authority } = await partnershipIn(parts.deps.db);
    if (hostTenantOf(parsed.data) !== authority.tenantId) return;
    const met = metIn(parsed.data);
    const first = (await parts.remember(met)) === 'new';
    if (!first || !isPersonal(parsed.data)) return;
    const identity = identityOf(parsed.data);
    const person = identity === null ? null : await whoIs(parts.deps, identity);
    await reply(context, card(welcomeCard(person, authority.name), 'Welcome'));
  };

function metIn(it: Incoming): Met {
  const identity = isPersonal(it) ? identityOf(it) : null;
  const teamId = it.channelData?.team?.aadGroupId ?? it.channelData?.team?.id;
  const place = isPersonal(it)
    ? `chat/${identity?.objectId ?? it.from.id}`
    : it.channelData?.channel
      ? `channel/${it.channelData.channel.id}`
      : teamId
        ? `team/${teamId}`
        : `conversation/${it.conversation.id}`;
  return {
    key: place,
    serviceUrl: it.serviceUrl,
    tenantId: hostTenantOf(it) ?? '',
    botId: it.recipient?.id ?? '',
    conversation: { id: it.conversation.id, type: it.conversation.conversationType ?? 'channel' },
    ...(identity === null ? {} : { person: identity }),
    ...(teamId === undefined ? {} : { teamId }),
  };
}
