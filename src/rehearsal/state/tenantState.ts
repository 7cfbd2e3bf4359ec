import { openJournal, type GroupedTable, type Table } from './journal.ts';
import type {
  ChannelRecord,
  ChatRecord,
  EventRecord,
  Facts,
  FileRecord,
  MailRecord,
  MessageRecord,
  OperationRecord,
  PrivateView,
  SubscriptionRecord,
} from './records.ts';

export interface TenantState {
  channels: Table<ChannelRecord>;
  operations: Table<OperationRecord>;
  /** Grouped by conversation. */
  messages: GroupedTable<MessageRecord>;
  chats: Table<ChatRecord>;
  /** Key: person|conversation|message. */
  privateViews: Table<PrivateView>;
  /** Key: person|conversation; value: id of the last message seen. */
  seen: Table<string>;
  mail: Table<MailRecord>;
  events: Table<EventRecord>;
  subscriptions: Table<SubscriptionRecord>;
  files: Table<FileRecord>;
  fact<K extends keyof Facts>(key: K): Facts[K] | undefined;
  setFact<K extends keyof Facts>(key: K, value: Facts[K]): void;
  close(): void;
}

/** Everything the tenant remembers; in `folder`, or in memory alone when it is null. */
export function openState(folder: string | null): TenantState {
  const journal = openJournal(folder);
  const facts = journal.table<unknown>('fact');
  return {
    channels: journal.table('channel'),
    operations: journal.table('operation'),
    messages: journal.grouped('message', (message) => message.conversation),
    chats: journal.table('chat'),
    privateViews: journal.table('privateView'),
    seen: journal.table('seen'),
    mail: journal.table('mail'),
    events: journal.table('event'),
    subscriptions: journal.table('subscription'),
    files: journal.table('file'),
    fact: <K extends keyof Facts>(key: K) => facts.get(key) as Facts[K] | undefined,
    setFact: (key, value) => {
      facts.put(key, value);
    },
    close: () => journal.close(),
  };
}
