import type { Day } from '../calendar/isoDate.ts';
import type { Notice } from './notices.ts';
import type { ReturnKind } from './words.ts';

/**
 * What must go out because of what was recorded. An effect carries ids, never content: what is sent is drawn from the case
 * at the moment of sending, so that a late message is still true. `key` is unique for ever: a second sweep is harmless.
 */
export type Effect =
  /** Make the case's channel, its members, and remember it. Every card of the case waits behind this in the same lane. */
  | { kind: 'openSpace'; key: string; lane: string; caseId: string }
  | { kind: 'syncMembers'; key: string; lane: string; caseId: string }
  /** Post the card of this matter, or bring the posted one up to date in place. */
  | { kind: 'card'; key: string; lane: string; caseId: string; matter: Matter }
  /** A short message to one person about a matter: 1:1 chat for host people, a mention in the matter's thread for partners. */
  | {
      kind: 'message';
      key: string;
      lane: string;
      caseId: string;
      to: string;
      matter: Matter;
      nudge: MessageWhy;
      step?: number;
      day: Day;
    }
  /** An e-mail to one person with a personal, expiring link to what they owe. */
  | {
      kind: 'mail';
      key: string;
      lane: string;
      caseId: string;
      to: string;
      matter: Matter;
      nudge: MessageWhy;
      step?: number;
      day: Day;
    }
  | { kind: 'bookPanel'; key: string; lane: string; caseId: string; booking: string }
  | { kind: 'movePanel'; key: string; lane: string; caseId: string; booking: string }
  | { kind: 'cancelPanel'; key: string; lane: string; caseId: string; booking: string }
  /** Put a document into the channel's files. */
  | {
      kind: 'fileDocument';
      key: string;
      lane: string;
      caseId: string;
      document: 'pack' | 'minutes' | 'plan' | 'letterDraft';
    }
  | { kind: 'archiveSpace'; key: string; lane: string; caseId: string }
  /** A word that no card of a case can tell. `caseId` is empty where it is about no case. */
  | { kind: 'notice'; key: string; lane: string; caseId: string; to: string; notice: Notice };

export type EffectKind = Effect['kind'];

/** What a card or message is about. One card a matter, updated in place; one thread a matter in the channel. */
export type Matter =
  | { is: 'case' }
  | { is: 'request'; returnKind: ReturnKind; agency: string }
  | { is: 'panel' }
  | { is: 'meeting' }
  | { is: 'action'; action: string }
  | { is: 'closing' }
  /** Something the coordinator must know: a message that will not go out. */
  | { is: 'trouble'; of: string };

export type MessageWhy =
  | 'asked'
  | 'before_due'
  | 'due_today'
  | 'overdue'
  | 'chase'
  | 'chase_ended'
  | 'ladder'
  | 'update_due'
  | 'target_passed'
  | 'assigned'
  | 'partners_told'
  | 'circulated'
  /** An agency's answer was sent again by somebody else than who sent it before. */
  | 'return_changed'
  /** SHR-4.1: the draft of the decision letter is there for the panel to look at. */
  | 'draft_shared'
  | 'undeliverable'
  /** HER-9.1: the risk to the victim was recorded as high. */
  | 'high_risk'
  /** An agency's form says that somebody is at risk of harm now. */
  | 'danger_now';

/** What nobody waits for: not for opening hours, nor for what else stands in the lane, nor to be told together with it. */
export const isDanger = (nudge: MessageWhy): boolean => nudge === 'high_risk' || nudge === 'danger_now';

/** `request/review/police`: the stable name of a matter, part of keys. */
export function matterKey(matter: Matter): string {
  switch (matter.is) {
    case 'request':
      return `request/${matter.returnKind}/${matter.agency}`;
    case 'action':
      return `action/${matter.action}`;
    case 'trouble':
      return `trouble/${matter.of}`;
    default:
      return matter.is;
  }
}

/** Lanes keep order: everything of one case's channel in one, each mailbox and each person's chat in its own. */
export const lanes = {
  space: (caseId: string) => `space/${caseId}`,
  chat: (person: string) => `chat/${person}`,
  mail: (person: string) => `mail/${person}`,
  /** Somebody without a chat, called in the case's channel: apart from its cards, which wait for nobody's hours. */
  mention: (caseId: string) => `mention/${caseId}`,
  /** Word of danger overtakes what waits in a person's chat or mailbox. */
  danger: (lane: string) => `danger/${lane}`,
  calendar: (caseId: string) => `calendar/${caseId}`,
};

/**
 * Whether what goes out here reaches a person, in their chat, their mailbox or by their name: it waits for working hours.
 * Cards in channels, calendars and word of danger do not.
 */
export const reachesAPerson = (lane: string): boolean => /^(chat|mail|mention)\//.test(lane);
