import { activityFrom, botAccountId, botName } from '../../teamsActivity.ts';
import type { TenantPerson } from '../../people.ts';
import { ensureGeneral, channelMembers } from '../../teamwork/channels.ts';
import { chatWith } from '../../teamwork/conversations.ts';
import { messagesOf } from '../../teamwork/messages.ts';
import { toBot } from '../../toBot.ts';
import type { World } from '../../world.ts';

const botJoins = (world: World) => [{ id: botAccountId(world), name: botName(world) }];

/**
 * The app is put into the team, once for each service address: the bot learns the address from this, before anything else can
 * happen. Returns false when the bot did not take it; then it can be tried again.
 */
export async function installInTeam(world: World): Promise<boolean> {
  const { connector } = world.urls;
  if (world.state.fact('installed') === true && world.state.fact('installedAt') === connector) return true;
  const channel = ensureGeneral(world);
  const members = channelMembers(world, channel);
  const installer = members.find((one) => one.coordinator) ?? members[0];
  if (installer === undefined) return false;
  const base = activityFrom(world, installer, { kind: 'channel', id: channel.id, channel, members }, null);
  const channelData = { ...(base.channelData as object), eventType: 'teamMemberAdded' };
  const update = await toBot(world, {
    ...base,
    type: 'conversationUpdate',
    membersAdded: botJoins(world),
    channelData,
  });
  if (!update.ok) return false;
  const again = activityFrom(world, installer, { kind: 'channel', id: channel.id, channel, members }, null);
  await toBot(world, { ...again, type: 'installationUpdate', action: 'add' });
  world.state.setFact('installed', true);
  world.state.setFact('installedAt', connector);
  return true;
}

/** A person of the host tenant opens their chat with the bot for the first time. Where the bot has written already, they have met. */
export async function openChat(world: World, person: TenantPerson): Promise<void> {
  const chat = chatWith(world, person);
  if (chat === null || chat.opened) return;
  world.state.chats.put(chat.id, { ...chat, opened: true });
  if (messagesOf(world, chat.id).length > 0) return;
  const where = { kind: 'chat' as const, id: chat.id, chat, members: [person] };
  const installed = await toBot(world, {
    ...activityFrom(world, person, where, null),
    type: 'installationUpdate',
    action: 'add',
  });
  if (!installed.ok) {
    world.state.chats.put(chat.id, { ...chat, opened: false });
    return;
  }
  await toBot(world, {
    ...activityFrom(world, person, where, null),
    type: 'conversationUpdate',
    membersAdded: botJoins(world),
  });
}
