/**
 * What the desk page and the tenant say to each other, as JSON under /desk/api. Types alone, so that page and server share them.
 * Every view is one person's: the server leaves out whatever that person could not see in Teams.
 */
import type { Day } from '../../calendar/isoDate.ts';

export type Card = Record<string, unknown>;

export interface DeskPerson {
  id: string;
  name: string;
  title: string;
  organisation: string;
  /** Host tenant: has a 1:1 chat with the bot. 'partner': channels and mail. 'mailbox': mail and calendar only (the victim, outside managers). */
  reach: 'host' | 'partner' | 'mailbox';
  /** How many guide steps wait for this person. */
  waiting: number;
  unread: number;
}

/** GET /desk/api/view?as=ID: everything the left side and the head of the page need. */
export interface DeskView {
  authority: string;
  /** Name of the procedure as a key, and in words: "Hertsmere procedure". */
  procedureKey: string;
  procedure: string;
  today: Day;
  todayWords: string;
  me: DeskPerson;
  people: DeskPerson[];
  channels: { id: string; name: string; archived: boolean; unread: number; lastAt: string }[];
  chat: { id: string; unread: number } | null;
  mailUnread: number;
  calendarCount: number;
  guide: GuideStep[];
  trouble: Trouble;
  /** The last clock move and what came of it. */
  lastMove: TickReport | null;
}

/** One thing somebody owes next, computed from the case. */
export interface GuideStep {
  key: string;
  person: string;
  personName: string;
  caseRef: string | null;
  words: string;
  rule?: string;
  dueOn?: Day;
  dueWords?: string;
  overdue: boolean;
  open: Place;
}
/** Where a link leads: becomes the person, shows the place, and presses the button if one is named. */
export interface Place {
  person: string;
  where: 'chat' | 'channel' | 'mail' | 'calendar' | 'files';
  id?: string;
  activityId?: string;
  /** Dialog to open straight away: data of a task/fetch. */
  dialog?: Record<string, unknown>;
}
export interface TickReport {
  from: Day;
  to: Day;
  came: { on: Day; words: string; place?: Place }[];
}

/** GET /desk/api/conversation/:id?as=ID (channel or chat). */
export interface ConversationView {
  id: string;
  kind: 'channel' | 'chat';
  name: string;
  archived: boolean;
  members: { id: string; name: string; organisation: string }[];
  threads: { root: Message; replies: Message[] }[];
}
export interface Message {
  id: string;
  from: { id: string; name: string; bot: boolean };
  at: string;
  day: Day;
  edited: boolean;
  html: string;
  mentionsMe: boolean;
  cards: Card[];
  /** This person's private view of the card (answer of an Execute), in place of cards[0]. */
  privateView?: Card;
}

/** POST /desk/api/message {as, conversation, replyTo?, text, mentionBot?}. */
export interface SendMessage {
  as: string;
  conversation: string;
  replyTo?: string;
  text: string;
  mentionBot?: boolean;
}
/** POST /desk/api/action: a card button pressed (inputs already merged into data by the page as Teams does). */
export interface PressAction {
  as: string;
  conversation: string;
  activityId: string;
  action: {
    type: 'Action.Execute' | 'Action.Submit';
    verb?: string;
    data: Record<string, unknown>;
    id?: string;
    title?: string;
  };
}
/** POST /desk/api/dialog: task/submit of an open dialog, or task/fetch straight from a guide step (data only). */
export interface DialogAction {
  as: string;
  conversation: string;
  activityId?: string;
  step: 'fetch' | 'submit';
  data: Record<string, unknown>;
}
/** POST /desk/api/extension: the messaging extension's action command. */
export interface ExtensionAction {
  as: string;
  conversation: string;
  step: 'fetch' | 'submit';
  command: string;
  data: Record<string, unknown>;
}
/** What Teams would show after any of the four. */
export interface Shown {
  kind: 'nothing' | 'card' | 'message' | 'dialog' | 'closed' | 'error';
  /** kind card: private view now in place for this person. */
  card?: Card;
  /** kind message, error. */
  text?: string;
  /** kind dialog. */
  dialog?: { title: string; width?: string | number; height?: string | number; card: Card };
}

/** GET /desk/api/mail?as=ID */
export interface MailView {
  messages: {
    id: string;
    at: string;
    day: Day;
    from: string;
    to: string[];
    subject: string;
    html: string;
    read: boolean;
    calendar?: string;
  }[];
}
/** GET /desk/api/calendar?as=ID; POST /desk/api/calendar/answer {as, eventId, answer} */
export interface CalendarView {
  events: {
    id: string;
    subject: string;
    startsAt: string;
    endsAt: string;
    day: Day;
    timeWords: string;
    organiser: string;
    joinUrl?: string;
    html: string;
    cancelled: boolean;
    mine: 'accepted' | 'declined' | 'tentative' | 'none' | 'organiser';
    attendees: { name: string; answer: string }[];
  }[];
  /** Busy times that are not ours, invented for the free/busy search. */
  busy: { day: Day; timeWords: string }[];
}
/** GET /desk/api/files?as=ID&channel=ID */
export interface FilesView {
  files: { name: string; size: number; at: string; url: string }[];
}

/** POST /desk/api/clock {as, to: 'nextDay' | 'nextWorkingDay' | 'nextDue' | Day} -> TickReport. Time moves forward alone. */
export interface MoveClock {
  to: string;
}

/** POST /desk/api/trouble Trouble */
export interface Trouble {
  throttle: boolean;
  fail: boolean;
  slow: boolean;
  lostAnswers: boolean;
  repeatClicks: boolean;
}

/** GET /desk/api/partnerships -> Partnership[]: one for each procedure, with its own desk. POST {procedure} starts it -> {url}. */
export type { PartnershipOffered } from '../partnerships.ts';

/** GET /desk/api/backstage?case=REF */
export interface BackstageView {
  cases: CaseSummary[];
  record: RecordView | null;
  clocks: ClockView[];
  outbox: OutboxView[];
  wire: WireView[];
}
export interface CaseSummary {
  reference: string;
  stage: string;
  openedOn: Day;
}
export interface RecordView {
  reference: string;
  chainOk: boolean;
  events: {
    version: number;
    on: Day;
    at: string;
    act: string;
    by: string;
    words: string;
    rules: string[];
    json: unknown;
  }[];
}
export interface ClockView {
  id: string;
  of?: string;
  rule: string;
  kind: string;
  words: string;
  status: string;
  anchor?: Day;
  dueOn?: Day;
  why: { on: Day; note: string }[];
}
export interface OutboxView {
  key: string;
  lane: string;
  kind: string;
  state: string;
  attempts: number;
  nextAt: string | null;
  /** Why it has not gone yet although nothing is wrong. */
  waits: string | null;
  error: string | null;
}
export interface WireView {
  at: string;
  side: 'connector' | 'graph' | 'bot';
  method: string;
  path: string;
  status: number;
  ms: number;
}

/** GET /desk/api/events (server-sent): one line a change, so that several windows stay level. */
export interface DeskEvent {
  /** What to fetch again. */
  changed: 'view' | 'conversation' | 'mail' | 'calendar' | 'files' | 'backstage';
  id?: string;
}
