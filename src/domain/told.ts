import type { Day } from '../calendar/isoDate.ts';
import type { Act } from './acts.ts';
import type {
  AppealAbout,
  AppealResult,
  ClosedAs,
  LadderRecipient,
  Procedure,
  RefusalCode,
  ReturnKind,
  Seat,
  Stage,
  ThresholdResult,
} from './words.ts';

/** Everything that can be told of a case on a day: the output of a worked case, and what cards are drawn from. */
export interface Told {
  case: {
    stage: Stage;
    closedAs: ClosedAs | null;
    countsAs: 'application' | 'review' | 'enquiry';
    /** The day the applicant withdrew, while that stands. */
    withdrawnOn: Day | null;
  };
  complaints: ToldComplaint[];
  threshold: ToldThreshold;
  clocks: ToldClock[];
  returns: ToldReturn[];
  updates: { clock: string; nextDueOn: Day }[];
  actions: ToldAction[];
  ladder: ToldRung[];
  panel: { required: Seat[]; missing: PanelGap[]; quorate: boolean };
  findings: string[];
  appeals: ToldAppeal[];
  victimCopy: string[];
}

export type WhyComplaint =
  'counted' | 'not_by_victim' | 'relied_on_before' | 'same_incident' | 'reported_late' | 'outside_window' | 'not_hate';

export interface ComplaintTest {
  counted: boolean;
  why: WhyComplaint;
  reportBy?: Day;
  countsUntil?: Day;
}
export interface ToldComplaint extends ComplaintTest {
  ref: string;
  hate?: ComplaintTest;
}
export interface ToldThreshold {
  count: number;
  route?: 'A' | 'B' | 'C';
  advice: 'met' | 'not_met' | 'discretion' | 'not_considered';
  floor: number;
  floorMet: boolean;
  warnings?: ('pooled_count_reaches_threshold' | 'floor_reached')[];
  decided: ThresholdResult | null;
}

export type ClockKind = 'duty' | 'right' | 'agency' | 'request' | 'target' | 'trigger';
export type ClockStatus = 'waiting' | 'open' | 'met' | 'met_late' | 'missed' | 'none_set' | 'superseded';
export interface ToldClock {
  id: string;
  of?: string;
  rule: string;
  kind: ClockKind;
  anchor?: Day;
  dueOn?: Day;
  status: ClockStatus;
  metOn?: Day;
  remindOn?: Day;
  extended?: boolean;
  governing?: boolean;
  /** The date rests on bank holidays that are not proclaimed yet, and may move by a day when they are. */
  provisional?: boolean;
}
export type ReturnStatus = 'open' | 'returned' | 'nil' | 'withheld' | 'overdue' | 'no_return';
export interface ToldReturn {
  agency: string;
  kind: ReturnKind;
  dueOn?: Day;
  status: ReturnStatus;
  late: boolean;
}
export interface ToldAction {
  id: string;
  status: 'open' | 'done' | 'no_longer_viable';
  dueOn: Day;
  completedOn: Day | null;
}
export interface ToldRung {
  action: string;
  step: 0 | 1 | 2 | 3;
  firesOn?: Day;
  messageOn?: Day;
  to: LadderRecipient;
  state: 'fired' | 'pending' | 'never';
}
export type PanelGap = Seat | 'three_bodies' | 'independent_chair';
export interface ToldAppeal {
  /** In the order of entry, from 1. */
  number: number;
  about: AppealAbout;
  lastDay: Day | null;
  inTime: boolean;
  valid: boolean;
  dueOn: Day | null;
  independent: boolean;
  result: AppealResult | null;
  final: boolean;
}
export interface ToldRefusal {
  step: number;
  act: Act;
  code: RefusalCode;
  rule: string;
  text: string;
}
/** One line of `convene play`. */
export interface PlayedCase extends Partial<Told> {
  title: string;
  procedure: Procedure;
  refusals: ToldRefusal[];
}

/** How a clock's date was reached, a line a day that mattered. */
export interface Explanation {
  clock: string;
  of?: string;
  rule: string;
  section: string;
  /** Our words for the rule. */
  words: string;
  anchor: { on: Day; what: string } | null;
  dueOn: Day | null;
  /** In words, where the date rests on bank holidays not proclaimed yet. */
  provisional?: string;
  /** "Fri 3 April 2026: bank holiday (Good Friday), not counted" and the like, in order. */
  days: { on: Day; counted: number | null; note: string }[];
  /** What the procedure leaves open here and how it was read (AMB ids), and both dates where they differ. */
  readings: { id: string; words: string }[];
}
