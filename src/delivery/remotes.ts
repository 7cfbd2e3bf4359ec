import { matterKey, type Matter } from '../domain/effects.ts';
import type { Posted } from './teams.ts';

/** What we made in Teams and Microsoft 365, as kept in the store's `remote` table: keys and shapes in one place. */
export interface Space {
  teamId: string;
  channelId: string;
  type: 'shared' | 'standard' | 'private';
  archived: boolean;
  /** Object id of whom it was made for, and who so is ours to take out. */
  owner?: string;
  /** Graph knew it no longer: deleted in Teams, where an owner can restore it for 30 days. */
  gone?: boolean;
}
export interface PostedCard extends Posted {
  /** Hash of what was posted, so that an unchanged card is not sent again. */
  print: string;
  in: 'channel' | 'chat';
  /** What it is about; cards posted by earlier releases do not say. */
  matter?: Matter;
  /** Person id of whose chat it is; absent in the channel. */
  person?: string;
}
export interface PanelEvent {
  eventId: string;
  joinUrl: string | null;
  booking: string;
  /** Hash of its time and people. */
  print: string;
}
/** A team operation under way. */
export interface Running {
  operation: string;
  looks: number;
}
export interface EventOf {
  caseId: string;
  session: Session;
}
export type Session = 'open' | 'closed';
export const SESSIONS: Session[] = ['open', 'closed'];

export const remoteKeys = {
  space: (caseId: string) => `space/${caseId}`,
  /** Channel being made, archived or opened again. */
  running: (caseId: string, what: 'making' | 'archiving' | 'reopening') => `${what}/${caseId}`,
  /** Object ids of those whom we put into the channel, and so may take out. */
  members: (caseId: string) => `members/${caseId}`,
  /** Who was found in the channel without a part in the case, or missing from it, and told. */
  drift: (caseId: string) => `drift/${caseId}`,
  card: (caseId: string, matter: Matter) => `card/${caseId}/${matterKey(matter)}`,
  chat: (person: string) => `chat/${person}`,
  draft: (effectKey: string) => `draft/${effectKey}`,
  /** What goes as one with the message that leads it, of a lane's last such message. */
  together: (lane: string) => `together/${lane}`,
  /** How often a post of this effect ended without an answer. */
  doubt: (effectKey: string) => `doubt/${effectKey}`,
  panel: (caseId: string, session: Session) => `panel/${caseId}/${session}`,
  event: (eventId: string) => `event/${eventId}`,
  folder: (caseId: string) => `folder/${caseId}`,
  subscription: (mailbox: string) => `subscription/${mailbox}`,
};
