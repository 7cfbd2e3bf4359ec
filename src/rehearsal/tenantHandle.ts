import type { Faults } from './faults.ts';
import type { ChannelRecord, EventRecord, FileRecord, MailRecord, MessageRecord } from './state/records.ts';
import { visibleChannels } from './teamwork/channels.ts';
import { chatIdOf } from './teamwork/conversations.ts';
import { messagesOf } from './teamwork/messages.ts';
import { mailAt, mailFrom } from './teamwork/mailroom.ts';
import type { People } from './people.ts';
import type { World } from './world.ts';

/** A running tenant, and what tests and the composition may ask of it. */
export interface Tenant {
  url: string;
  /** The `serviceUrl` of every activity. */
  connectorUrl: string;
  /** Without the version: the client adds `/v1.0`. */
  graphUrl: string;
  /** OpenID metadata with which the bot checks the tenant's tokens. */
  openIdUrl: string;
  deskUrl: string;
  people: People;
  faults: Faults;
  /** Puts the app into the team, once; the bot must be listening. False when the bot did not take it. */
  installApp(): Promise<boolean>;
  close(): Promise<void>;
  /** When no change notification is under way. */
  settled(): Promise<void>;
  team: World['team'];
  channels(): ChannelRecord[];
  messages(conversation: string): MessageRecord[];
  chatIdOf(personId: string): string | null;
  mailTo(address: string): MailRecord[];
  mailFrom(address: string): MailRecord[];
  events(): EventRecord[];
  files(): FileRecord[];
  /** Switches the app on or off in a channel, as an owner can. */
  setBotEnabled(channelId: string, enabled: boolean): void;
  /** Brings a deleted channel back, as an owner can for 30 days; or lets it go for good, as Teams does after them. */
  endDeletion(channelId: string, how: 'restored' | 'purged'): void;
}

export function tenantHandle(world: World, life: Pick<Tenant, 'installApp' | 'close'>): Tenant {
  return {
    ...life,
    url: world.urls.origin,
    connectorUrl: world.urls.connector,
    graphUrl: world.urls.graph,
    openIdUrl: world.urls.openId,
    deskUrl: world.urls.desk,
    people: world.people,
    faults: world.faults,
    team: world.team,
    settled: () => world.notifier.settled(),
    channels: () => visibleChannels(world),
    messages: (conversation) => messagesOf(world, conversation),
    chatIdOf: (personId) => {
      const person = world.people.byId(personId);
      return person?.host === true && person.account !== null ? chatIdOf(person.account.objectId) : null;
    },
    mailTo: (address) => mailAt(world, address),
    mailFrom: (address) => mailFrom(world, address),
    events: () => world.state.events.all(),
    files: () => world.state.files.all(),
    setBotEnabled: (channelId, enabled) => {
      const channel = world.state.channels.get(channelId);
      if (channel !== undefined) world.state.channels.put(channelId, { ...channel, botEnabled: enabled });
    },
    endDeletion: (channelId, how) => {
      const channel = world.state.channels.get(channelId);
      if (channel?.deleted !== true) return;
      if (how === 'restored') world.state.channels.put(channelId, { ...channel, deleted: false });
      else world.state.channels.remove(channelId);
    },
  };
}
