import { workingCalendar, type WorkingCalendar } from '../calendar/workingDays.ts';
import { localTargets } from './localTargets.ts';
import { RECOMMENDED, SettingsSchema, type Period, type Settings } from './settings.ts';
import type { ClockKind } from './told.ts';
import type { Act, With } from './acts.ts';
import type { AppealResult, Body, LetterName, Procedure, Seat } from './words.ts';

/** A rule of the printed procedure: its id in the rule-book, where it stands, our words, and its force. */
export interface Rule {
  id: string;
  section: string;
  /** M must, S should, D a choice to be recorded with its reason, I information. */
  force: 'M' | 'S' | 'D' | 'I';
  words: string;
}

/** The days that clocks count from. */
export type Anchor =
  | 'application'
  | 'acknowledged'
  | 'acknowledged_or_received'
  | 'met_letter'
  | 'decided_met'
  | 'request_sent'
  | 'panel_held'
  | 'plan_agreed'
  | 'closed_without_contact'
  | 'closed_untold'
  | 'recommended'
  | 'risk_assessed'
  | 'told'
  | 'appeal_assigned'
  | 'appeal_received'
  | 'appeal_to_lead'
  | 'appeal_acknowledged'
  | 'appeal_heard'
  | 'appeal_backstop'
  | 'office_received'
  | 'appeal_result_with_recommendations'
  | 'passed_back';

/** The acts that meet clocks. */
export type MetBy =
  | { letter: LetterName[] }
  | {
      act:
        | 'decided'
        | 'panel_held'
        | 'contact_and_risk'
        | 'return'
        | 'follow_up'
        | 'appeal'
        | 'handover'
        | 'heard'
        | 'passed_on'
        | 'recommendation_answer'
        | 'risk_assessed'
        | 'appeal_request';
    };

/** One row of the clock register (rule-book section 6), or a local target. */
export interface ClockRule {
  id: string;
  rule: string;
  section: string;
  /** Plain words for what must be done: "Acknowledge the application". */
  label: string;
  kind: ClockKind;
  owedBy: 'spoc' | 'agency' | 'recommended_body' | 'applicant' | 'handling_authority' | 'decider' | 'lead_body';
  /** What tells clocks of one id apart. */
  per?:
    | 'threshold_request'
    | 'review_request'
    | 'appeal_request'
    | 'appeal'
    | 'threshold_appeal'
    | 'appeal_to_lead'
    | 'decision_told'
    | 'recommendation'
    | 'risk';
  from: Anchor;
  /** A period, or the name of the setting that holds it. None set: shown as such, never made up. */
  period: Period | keyof Settings | 'none_set';
  metBy: MetBy;
  /** More time: updates to the applicant at this interval, for ever; absent where the register allows none. */
  updatesEvery?: Period;
  /** Owed only while this is so. */
  onlyIf?: 'met' | 'not_met' | 'passed_back' | 'not_passed_back' | 'application';
  /** Still owed once the case is closed; the others end with it. */
  outlivesClosing: boolean;
  /** Never later than this many working days before the decision or meeting (AMB-C3). */
  capBefore?: number;
}

export type DeciderRole = With<'assignAppeal'>['decider']['role'];
export type AppealDocument = With<'handOverAppeal'>['documents'][number]['item'];

export interface LadderRung {
  step: 0 | 1 | 2 | 3;
  rule: string;
  /** Fires on the first day after this. */
  after: Period;
  to: 'owner' | 'line_manager' | 'head_of_service' | 'chief_executive';
  /** Where the owner's line manager is the Head of Service. */
  toIfManagerIsHead?: 'line_manager' | 'chief_executive';
}

export type LetterRole =
  | 'acknowledgement'
  | 'met'
  | 'not_met'
  | 'outcome'
  | 'appeal_acknowledged'
  | 'appeal_criteria_not_met'
  | 'appeal_result'
  | 'update'
  | 'minutes'
  | 'withdrawal'
  | 'closing'
  | 'plan_draft';

export interface Policy {
  procedure: Procedure;
  /** Prefix of rule and clock ids. */
  prefix: 'LLR' | 'WAR' | 'HER' | 'STF' | 'SHR';
  /** Start of force of this version, and its name in the registry. */
  version: string;
  document: { title: string; dated: string; note: string };
  rules: Rule[];
  settings: Partial<Settings>;
  /** Settings without which no case can be opened (STF-3.1). */
  compulsory: (keyof Settings)[];
  consent: {
    forms: ('written' | 'signed' | 'verbal')[];
    rule: string;
    code: 'consent_missing' | 'declaration_missing';
  };
  anonymous: { rule: string } | null;
  decline: { rule: string; reasons: Record<string, string> };
  newSetRule: string | null;
  countRule: string;
  hateRule: string;
  riskRule: string;
  /** Agencies are asked only where the application names them (SHR-5.1). */
  asksNamedAgenciesAlone: boolean;
  bodiesRule: string;
  /** HER-2.3: who may open a review without an application. */
  safeguarding: { rule: string; ranks: string[] } | null;
  letters: Partial<Record<LetterRole, LetterName>>;
  /** What a letter rests on, for its refusal. */
  letterRules: Partial<Record<LetterName, string>>;
  clocks: ClockRule[];
  /** Pairs that bind the same act: the earlier governs (AMB-D3, AMB-D9). */
  bindTogether: { clocks: [string, string]; reading: string }[];
  seats: {
    minimumRule: string;
    chairRule: string;
    bodiesRule: string;
    bodies: { least: number; of: Body[] } | null;
    youth: 'required' | 'seat' | 'none';
    health: boolean;
    labels: Partial<Record<Seat, string>>;
  };
  voice: {
    writtenAgreementRule: string | null;
    modes: string[];
    /** A service that the procedure names to bring the victim's statement to the panel (LLR-6.3). */
    bearer: string | null;
  };
  ladder: LadderRung[];
  openActionsRule: string;
  appeal: {
    /** Where it is made: to the lead body, to the office that decides, or to either (STF-12.2). */
    madeTo: 'lead' | 'office' | 'either';
    /** What kind of body decides: it says which complaint routes are left (AMB-D8). */
    decidedBy: 'council' | 'commissioner' | 'partnership';
    /** What somebody who appeals for the victim must enclose, as printed; null where nothing is. */
    enclose: string | null;
    /** Whether it is heard; elsewhere it is decided on the papers and no hearing is promised. */
    hearing: boolean;
    /** An upheld threshold appeal makes the decision "met" and opens the review. */
    upheldMakesMet: boolean;
    otherAuthorityRule: string | null;
    deciderRole: { role: string; rule: string } | null;
    /** The commissioner's office decides, so it takes no part in the case before (AMB-D6). */
    officeDecides: boolean;
    overturnRule: string | null;
    /** The clock on whose due day the result is due. */
    resultClock: string[];
    /** What a result may be here, as the procedure has it or leaves it open. */
    results: AppealResult[];
    /** As what the decider acts, the usual one first. */
    deciderRoles: DeciderRole[];
    /** The documents that go to whoever decides; empty where the procedure lists none. */
    documents: AppealDocument[];
  };
  /** Acts that this procedure does not have, with the rule that another one has them by. */
  actsLacking: Partial<Record<Act, string>>;
  followUpRule: string | null;
  labels: { officer: string; officerShort: string; form: string; recordSystem: string | null };
  /** The counts the authority publishes (family 13). */
  figures: { rule: string; period: string; counts: string[] };
}

/** A policy with the settings in force for one authority. */
export interface ResolvedPolicy extends Omit<Policy, 'settings'> {
  settings: Settings;
  /** What the authority itself set, by name. */
  own: Record<string, unknown>;
}

/** Checks what types cannot: ids of the right prefix, once each, and clocks that some act can meet. Adds the targets that every procedure needs and none prints. Throws on a faulty module. */
export function definePolicy(module: Policy): Policy {
  const policy = { ...module, clocks: [...module.clocks, ...localTargets(module)] };
  const faults: string[] = [];
  const ids = new Set<string>();
  for (const rule of policy.rules) {
    if (!rule.id.startsWith(`${policy.prefix}-`)) faults.push(`${rule.id} is not a rule of ${policy.prefix}`);
    if (ids.has(rule.id)) faults.push(`${rule.id} stands twice`);
    ids.add(rule.id);
  }
  for (const clock of policy.clocks) {
    if (!clock.id.startsWith(`${policy.prefix}.`)) faults.push(`${clock.id} is not a clock of ${policy.prefix}`);
    if ('letter' in clock.metBy && clock.metBy.letter.length === 0) faults.push(`${clock.id} is met by no letter`);
    if (/^(?!AMB-)[A-Z]{3}-/.test(clock.rule) && policy.rules.length > 0 && !ids.has(clock.rule))
      faults.push(`${clock.id} rests on ${clock.rule}, which is not here`);
  }
  if (faults.length > 0) throw new Error(`policy ${policy.procedure}/${policy.version}: ${faults.join('; ')}`);
  SettingsSchema.parse(policy.settings);
  return policy;
}

/** The policy with recommended defaults, the procedure's own values, and over them what the authority set. Throws ZodError on a bad setting. */
export function resolvePolicy(policy: Policy, own: Record<string, unknown>): ResolvedPolicy {
  const given = SettingsSchema.parse(own);
  return { ...policy, own: given, settings: { ...RECOMMENDED, ...policy.settings, ...given } };
}

/** The working calendar of an authority (AMB-A1). */
export function calendarFor(policy: ResolvedPolicy): WorkingCalendar {
  return workingCalendar({
    week: policy.settings['calendar.week'],
    extraClosures: policy.settings['calendar.extra_closures'],
  });
}
