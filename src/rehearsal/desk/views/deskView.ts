import type { TenantPerson } from '../../people.ts';
import { dayWords, londonDay } from '../../londonTime.ts';
import { isMember, visibleChannels } from '../../teamwork/channels.ts';
import { chatIdOf } from '../../teamwork/conversations.ts';
import { messagesOf } from '../../teamwork/messages.ts';
import type { World } from '../../world.ts';
import { demandPerson } from '../acts/access.ts';
import type { DeskPerson, DeskView, GuideStep } from '../protocol.ts';
import { calendarView } from './calendarView.ts';
import { unreadIn, unreadMail } from './unread.ts';

/** The left side and the head of the page, as one person has them. */
export async function deskView(world: World, as: string): Promise<DeskView> {
  const me = demandPerson(world, as);
  const { authority } = world.options.partnership;
  const guide = await guideSteps(world);
  const today = londonDay(world.now());
  return {
    authority: authority.name,
    procedureKey: authority.procedure,
    procedure: procedureWords(authority.procedure),
    today,
    todayWords: dayWords(today),
    me: deskPerson(world, me, guide),
    people: world.people.all.map((person) => deskPerson(world, person, guide)),
    channels: channelsOf(world, me),
    chat: chatOf(world, me),
    mailUnread: unreadMail(world, me),
    calendarCount: calendarView(world, as).events.filter((event) => !event.cancelled && event.day >= today).length,
    guide,
    trouble: world.faults.trouble(),
    lastMove: world.state.fact('lastMove') ?? null,
  };
}

/** "Hertsmere procedure", "LLR procedure". */
const procedureWords = (key: string): string =>
  `${key.length > 3 ? key.charAt(0).toUpperCase() + key.slice(1) : key.toUpperCase()} procedure`;

async function guideSteps(world: World): Promise<GuideStep[]> {
  const steps = (await world.options.backstage?.guide()) ?? [];
  return steps.map((step) => ({ ...step, personName: world.people.byId(step.person)?.name ?? step.person }));
}

function deskPerson(world: World, person: TenantPerson, guide: GuideStep[]): DeskPerson {
  const channels = channelsOf(world, person).reduce((sum, channel) => sum + channel.unread, 0);
  return {
    id: person.id,
    name: person.name,
    title: person.title,
    organisation: person.organisation,
    reach: reachOf(world, person),
    waiting: guide.filter((step) => step.person === person.id).length,
    unread: channels + (chatOf(world, person)?.unread ?? 0) + unreadMail(world, person),
  };
}

function reachOf(world: World, person: TenantPerson): DeskPerson['reach'] {
  if (person.host) return 'host';
  const inChannel = visibleChannels(world).some((channel) => isMember(world, channel, person));
  return person.account !== null && (person.active || inChannel) ? 'partner' : 'mailbox';
}

function channelsOf(world: World, person: TenantPerson): DeskView['channels'] {
  return visibleChannels(world)
    .filter((channel) => isMember(world, channel, person))
    .map((channel) => ({
      id: channel.id,
      name: channel.name,
      archived: channel.archived,
      unread: unreadIn(world, person, channel.id),
      lastAt: messagesOf(world, channel.id).at(-1)?.at ?? channel.createdAt,
    }));
}

function chatOf(world: World, person: TenantPerson): DeskView['chat'] {
  if (!person.host || person.account === null) return null;
  const id = chatIdOf(person.account.objectId);
  return { id, unread: unreadIn(world, person, id) };
}
