import type { Day } from '../calendar/isoDate.ts';
import type { Act, With } from './acts.ts';
import type { Detail } from './detail.ts';
import type { Refusal } from './refusals.ts';
import type {
  AppealAbout,
  Body,
  LadderRecipient,
  LetterName,
  Procedure,
  ReturnKind,
  RiskLevel,
  VoiceMode,
  ContactWay,
} from './words.ts';

/** Who acts: a person of the directory, or the system on a due day. Recorded with each event, never trusted for rights. */
export interface Actor {
  person: string;
  name: string;
  agency: string;
}

/**
 * The two days of an act (AMB-C10). `on`: the day it happened, from which everything is reckoned. `enteredOn`: the day it
 * was entered, where that came later; `because` says why so late.
 */
export interface TrueDay {
  on: Day;
  enteredOn?: Day;
  because?: string;
}

/** One act to be decided: what, on which day, by whom. `detail` holds what only the product knows (detail.ts). */
export type Command<A extends Act = Act> = {
  [K in A]: TrueDay & { act: K; with: With<K>; detail?: Detail<K>; by?: Actor };
}[A];

/** What each act leaves in the record when it is accepted: the same facts, in the past tense. */
export const PAST = {
  receiveApplication: 'applicationReceived',
  recordConsent: 'consentRecorded',
  amendComplaints: 'complaintsAmended',
  openSafeguardingReview: 'safeguardingReviewOpened',
  declineApplication: 'applicationDeclined',
  sendLetter: 'letterSent',
  requestReturns: 'returnsRequested',
  recordReturn: 'returnRecorded',
  assessRisk: 'riskAssessed',
  decideThreshold: 'thresholdDecided',
  extendClock: 'clockExtended',
  contactVictim: 'victimContacted',
  recordVoice: 'voiceRecorded',
  arrangePanel: 'panelArranged',
  holdPanel: 'panelHeld',
  agreePlan: 'planAgreed',
  addAction: 'actionAdded',
  moveAction: 'actionMoved',
  reportAction: 'actionReported',
  answerRecommendation: 'recommendationAnswered',
  closeCase: 'caseClosed',
  recordWithdrawal: 'withdrawalRecorded',
  followUp: 'followedUp',
  receiveAppeal: 'appealReceived',
  passOnAppeal: 'appealPassedOn',
  assignAppeal: 'appealAssigned',
  handOverAppeal: 'appealHandedOver',
  hearAppeal: 'appealHeard',
  decideAppeal: 'appealDecided',
} as const satisfies Record<Act, string>;

export type ActEvent = {
  [A in Act]: TrueDay & { type: (typeof PAST)[A]; act: A; with: With<A>; detail?: Detail<A>; by?: Actor };
}[Act];

/** Events that no person's act makes: what the calendar or another system brought. */
export type SystemEvent =
  /** A reminder, chaser or ladder message became due; `key` is unique, so that each goes once. `passed` lists rungs overtaken while asleep. */
  | {
      type: 'nudged';
      on: Day;
      key: string;
      nudge: NudgeKind;
      about: {
        clock?: string;
        of?: string;
        action?: string;
        agency?: string;
        step?: 0 | 1 | 2 | 3;
        passed?: number[];
        /** Which of an agency's chasers it is, from 1. */
        chase?: number;
      };
      to: { role: LadderRecipient | 'spoc' | 'agency' | 'senior_contact' | 'chair'; person?: string; agency?: string };
    }
  /** An invitee answered the calendar invitation. */
  | {
      type: 'invitationAnswered';
      on: Day;
      session: 'open' | 'closed';
      email: string;
      answer: 'accepted' | 'declined' | 'tentative' | 'none';
    }
  /** The panel's meeting was called off; arrangePanel starts anew. */
  | { type: 'panelCancelled'; on: Day; reason: string; by?: Actor }
  /** A review stands open by something other than the bodies' decision: an upheld threshold appeal, or the call back. */
  | { type: 'reviewOpened'; on: Day; why: 'appeal' | 'follow_up' | 'contact' }
  /** The pack of agency returns went to the panel: returns can no longer be amended. */
  | { type: 'packIssued'; on: Day; by?: Actor }
  /** The application names the same victim and incidents as earlier cases: perhaps it was sent twice. `knownTo` opened it all the same. */
  | { type: 'likenessFound'; on: Day; references: string[]; knownTo?: string }
  /**
   * Somebody with a place in the case left the directory: whom the coming panel has now, and who answers for an open action and
   * is told when it is late. Person ids; `owner` is the name as the record prints it.
   */
  | {
      type: 'placesTaken';
      on: Day;
      panel?: string[];
      actions: { action: string; owner: string; chain: ActionChain }[];
    };

/** The day an event was entered: its own, unless it was entered later. */
export const dayEntered = (event: CaseEvent): Day => ('enteredOn' in event ? event.enteredOn : undefined) ?? event.on;

export type NudgeKind =
  | 'before_due'
  | 'due_today'
  | 'overdue'
  | 'chase'
  /** The last chaser had no answer: none follows, and that stands on record. */
  | 'chase_ended'
  | 'ladder'
  | 'update_due'
  | 'target_passed';
export type CaseEvent = ActEvent | SystemEvent;

export type Decision = { kind: 'accepted'; events: CaseEvent[] } | { kind: 'refused'; refusal: Refusal };

/** Facts that every case has from its first event on. */
export interface CaseFile {
  reference: string;
  procedure: Procedure;
  authority: string;
  openedOn: Day;
  /** The application, or the senior manager's decision that stands for it; absent in an appeal that came alone. */
  application?: { on: Day; madeOn: Day; with: With<'receiveApplication'>; detail?: Detail<'receiveApplication'> };
  safeguarding?: { on: Day; with: With<'openSafeguardingReview'> };
  /** References of earlier cases with the same victim and incidents, as found at the opening. */
  looksLike?: string[];
  consents: { on: Day; consent: With<'recordConsent'> }[];
  /** As amended; in order of first mention. */
  complaints: With<'amendComplaints'>['complaints'];
  declined?: { on: Day; with: With<'declineApplication'> };
  letters: SentLetter[];
  requests: ReturnRequest[];
  risks: RiskAssessment[];
  /** Every decision, the last one standing. */
  decisions: { on: Day; with: With<'decideThreshold'>; detail?: Detail<'decideThreshold'> }[];
  extensions: { on: Day; clock: string; reason: string; by: string }[];
  contacts: { on: Day; means: With<'contactVictim'>['means']; reached: boolean; note?: string }[];
  /** How the victim may be reached, as last said. */
  reach?: { email?: string; notBy?: ContactWay[] };
  /** As it was recorded last; `firstOn` is the day the victim was first asked, where that was earlier. */
  voice?: { on: Day; firstOn?: Day; mode: VoiceMode; with: With<'recordVoice'>; detail?: Detail<'recordVoice'> };
  /** `contacts`: how many tries to reach the victim stood before this day was set. */
  panelArranged?: { on: Day; with: With<'arrangePanel'>; detail?: Detail<'arrangePanel'>; contacts?: number };
  invitations: { session: 'open' | 'closed'; email: string; answer: string; on: Day }[];
  packIssuedOn?: Day;
  panelHeld?: { on: Day; with: With<'holdPanel'>; detail?: Detail<'holdPanel'> };
  /** Panels of reviews before this one, where a call back opened a further review (SHR-10.2). */
  earlierPanels?: { on: Day; with: With<'holdPanel'> }[];
  planAgreedOn?: Day;
  /** Agencies whose form says that somebody is at risk now, until a risk or an interim action is recorded after it. */
  dangers?: { agency: string; kind: ReturnKind; on: Day }[];
  actions: PlannedAction[];
  recommendations: MadeRecommendation[];
  followUps: { on: Day; with: With<'followUp'> }[];
  appeals: Appeal[];
  /** The applicant no longer wants the review; gone once the case is opened again. */
  withdrawal?: { on: Day; with: With<'recordWithdrawal'> };
  closed?: Closing;
  /** Closings before the one that stands: the case was opened again after each. What their letters told stays told. */
  earlierClosings?: Closing[];
  reviewOpened: { on: Day; why: 'appeal' | 'follow_up' | 'contact' }[];
  /** Keys of nudges already issued. */
  nudged: string[];
}

/** A union by stage: what has not happened has no field. */
export type CaseReview = CaseFile &
  (
    | { stage: 'enquiry' | 'application' }
    | { stage: 'review' }
    | { stage: 'plan'; panelHeld: NonNullable<CaseFile['panelHeld']> }
    | { stage: 'closed'; closed: NonNullable<CaseFile['closed']> }
  );

export type Closing = { on: Day } & With<'closeCase'>;

export interface RiskAssessment {
  on: Day;
  stage: With<'assessRisk'>['stage'];
  level: RiskLevel;
  perpetrator?: With<'assessRisk'>['perpetrator'];
}
export interface MadeRecommendation {
  id: string;
  to: string;
  text: string;
  /** The day of the plan or of the appeal's decision; a snapshot of an earlier release lacks it. */
  on?: Day;
  /** Made by the decision on this appeal, by its number; else by the panel. */
  appeal?: number;
  answer?: { on: Day; answer: 'accepted' | 'declined'; reason?: string | undefined };
}
export interface SentLetter {
  letter: LetterName;
  on: Day;
  by: 'email' | 'post' | 'hand';
  clock?: string | undefined;
  receivedOn?: Day | undefined;
  /** The words as they went, of a letter to the panel. */
  text?: string | undefined;
}
export interface ReturnRequest {
  agency: string;
  body: Body | 'applicant';
  kind: ReturnKind;
  sentOn: Day;
  answer?: {
    on: Day;
    /** Who sent it as it stands; absent where no person of the directory did. */
    by?: Actor;
    /** The first day it was answered, and by whom; an amendment keeps both. */
    firstOn: Day;
    firstBy?: Actor;
    /** It was sent again since. */
    amended?: true;
    result: 'held' | 'nil' | 'withheld';
    ground?: string;
    perpetrator?: With<'recordReturn'>['perpetrator'];
    detail?: Detail<'recordReturn'>;
  };
}
export interface PlannedAction {
  id: string;
  title: string;
  owner: string;
  agency: string;
  dueOn: Day;
  originalDueOn: Day;
  /** The day it was agreed or added; a snapshot of an earlier release lacks it. */
  agreedOn?: Day;
  interim: boolean;
  tellVictim: boolean;
  managerIsHeadOfService: boolean;
  /** Person ids as they stood when the action was agreed. */
  chain?: ActionChain | undefined;
  status: 'open' | 'done' | 'no_longer_viable';
  completedOn?: Day;
  doneOn?: Day;
  note?: string;
  outcome?: string;
  delays: { on: Day; note?: string }[];
  moves: { on: Day; from: Day; to: Day; reason: string; by: string }[];
}
export interface ActionChain {
  owner: string;
  deputy?: string | undefined;
  lineManager?: string | undefined;
  headOfService?: string | undefined;
  chiefExecutive?: string | undefined;
}
export interface Appeal {
  /** Given in the order of entry, from 1, and never changed; a snapshot of an earlier release lacks it (`numberOf`). */
  number?: number;
  about: AppealAbout;
  receivedOn: Day;
  madeOn: Day;
  with: With<'receiveAppeal'>;
  passedOn?: Day;
  assigned?: { on: Day; with: With<'assignAppeal'> };
  handedOver?: { on: Day; with: With<'handOverAppeal'> };
  heardOn?: Day;
  decided?: { on: Day; with: With<'decideAppeal'> };
}
