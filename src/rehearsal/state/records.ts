import type { Card, TickReport, Trouble } from '../desk/protocol.ts';

export interface Membership {
  /** Opaque id of the membership, which is not the person's id. */
  id: string;
  objectId: string;
  tenantId: string;
  owner: boolean;
}

export type MembershipType = 'standard' | 'private' | 'shared';

export interface ChannelRecord {
  id: string;
  name: string;
  description: string;
  membershipType: MembershipType;
  createdAt: string;
  /** False while a shared channel is still being made in the background. */
  ready: boolean;
  archived: boolean;
  /** Deleted channels keep their name taken. */
  deleted: boolean;
  botEnabled: boolean;
  folderAsked: boolean;
  /** Empty for standard channels: theirs are the team's. */
  members: Membership[];
}

export interface OperationRecord {
  id: string;
  kind: 'createChannel' | 'archiveChannel' | 'unarchiveChannel';
  channelId: string;
  looks: number;
  done: boolean;
  startedAt: string;
}

/** What is kept of an activity that shows in a conversation. */
export interface Content {
  text: string;
  textFormat: string;
  attachments: { contentType: string; content?: unknown; name?: string }[];
  entities: Record<string, unknown>[];
}

export interface MessageRecord {
  id: string;
  conversation: string;
  /** Id of the message that starts the thread; its own id for a root. */
  root: string;
  /** Object id of the person, or null for the bot. */
  from: string | null;
  at: string;
  /** Counts edits; a private view holds only for the edit it was made from. */
  edit: number;
  content: Content;
}

export interface ChatRecord {
  id: string;
  objectId: string;
  /** The person has opened the chat, so the bot has had its install events. */
  opened: boolean;
}

export interface PrivateView {
  edit: number;
  card: Card | null;
}

export interface MailRecord {
  id: string;
  from: { name: string; address: string };
  to: { name: string; address: string }[];
  cc: { name: string; address: string }[];
  bcc: { name: string; address: string }[];
  subject: string;
  html: string;
  at: string;
  draft: boolean;
  /** Addresses, in small letters, whose owner has looked. */
  readBy: string[];
  /** Id of the event that this mail invites to. */
  eventId?: string;
  attachments: { id: string; name: string; contentType: string; size: number }[];
  headers: { name: string; value: string }[];
}

export type Answer = 'none' | 'accepted' | 'declined' | 'tentativelyAccepted';

export interface EventRecord {
  id: string;
  /** Address of the organiser's mailbox, small letters. */
  mailbox: string;
  transactionId: string | null;
  subject: string;
  body: { contentType: string; content: string };
  /** Instants, ISO in UTC. */
  start: string;
  end: string;
  startZone: string;
  endZone: string;
  allDay: boolean;
  location: string;
  attendees: { name: string; address: string; type: string; answer: Answer; answeredAt: string | null }[];
  hideAttendees: boolean;
  online: boolean;
  joinUrl: string | null;
  sensitivity: string;
  showAs: string;
  importance: string;
  categories: string[];
  allowNewTimeProposals: boolean;
  responseRequested: boolean;
  cancelled: boolean;
  createdAt: string;
  changedAt: string;
  change: number;
}

export interface SubscriptionRecord {
  id: string;
  resource: string;
  changeType: string;
  clientState: string | null;
  notificationUrl: string;
  lifecycleNotificationUrl: string | null;
  expires: string;
}

export interface FileRecord {
  id: string;
  driveId: string;
  folderId: string;
  name: string;
  size: number;
  contentType: string;
  at: string;
  createdAt: string;
  version: number;
}

/** Single facts, each under its own key. */
export interface Facts {
  installed: boolean;
  /** The service address that the bot was told; another one after a start on another port. */
  installedAt: string;
  lastMove: TickReport;
  trouble: Trouble;
  lastMessageId: number;
  signingKey: Record<string, unknown>;
}
