import { z } from 'zod/v4';
import { DaySchema } from '../calendar/isoDate.ts';
import { BODIES, CLOSED_AS, LETTERS, MEANS, RANKS, SEATS } from './words.ts';

/**
 * What each act carries: the vocabulary of the domain, and the form of a worked case. Strict: an unknown key is an
 * error that names its path. What only the product adds (a form's content, identities) travels in `detail`.
 */
const text = z.string().min(1);
const body = z.enum(BODIES);
const approver = z.strictObject({ name: text, role: text });
/** A body that decided: the kind alone, or with the person who decided for it and, where there are several of a kind, which one. */
const decidingBody = z.union([
  body,
  z.strictObject({ body, name: text, role: text.optional(), agency: text.optional() }),
]);
const chair = z.strictObject({ name: text, independent: z.boolean(), basis: text.optional() });

export const Consent = z.union([
  z.strictObject({ form: z.enum(['written', 'signed', 'verbal']), on: DaySchema }),
  z.strictObject({ exempt: z.enum(['cannot_consent', 'risk_of_harm']), by: text }),
]);
export const Victim = z.strictObject({
  name: text.optional(),
  under18: z.boolean().optional(),
  healthVulnerability: z.boolean().optional(),
});
export const Perpetrator = z.strictObject({ age: z.enum(['under18', 'adult', 'unknown']).optional() });
export const Complaint = z.strictObject({
  ref: text,
  by: text.optional(),
  occurredOn: DaySchema,
  reports: z.array(z.strictObject({ to: body, on: DaySchema, reference: text.optional() })).min(1),
  hate: z.union([z.literal(true), text]).optional(),
  sameIncidentAs: text.optional(),
});
export const ActionInput = z.strictObject({
  id: text,
  title: text,
  owner: text,
  agency: text,
  dueOn: DaySchema,
  interim: z.boolean().optional(),
  tellVictim: z.boolean().optional(),
  managerIsHeadOfService: z.boolean().optional(),
});
export const Recommendation = z.strictObject({ id: text, to: text, text });
const nothing = z.strictObject({}).optional();

export const ACTS = {
  receiveApplication: z.strictObject({
    madeOn: DaySchema.optional(),
    channel: z.enum(['online', 'email', 'post', 'phone', 'person']),
    applicant: z.strictObject({
      name: text.optional(),
      role: z.enum(['victim', 'representative']),
      kind: z.enum(['individual', 'business', 'community_group']),
    }),
    consent: Consent.optional(),
    victim: Victim,
    perpetrator: Perpetrator.optional(),
    complaints: z.array(Complaint).min(1),
    noEffectiveAction: text.optional(),
    newSetOf: text.optional(),
    earlierComplaints: z.array(text).optional(),
  }),
  recordConsent: Consent,
  amendComplaints: z.strictObject({ complaints: z.array(Complaint).min(1) }),
  openSafeguardingReview: z.strictObject({
    by: z.strictObject({ name: text, rank: z.enum(RANKS), body }),
    reason: text,
    victim: Victim,
    perpetrator: Perpetrator.optional(),
  }),
  declineApplication: z.strictObject({
    reason: z.enum([
      'prejudicial',
      'discriminatory',
      'malicious',
      'unreasonable',
      'vexatious',
      'frivolous',
      'anonymous',
      'cps',
      'court',
      'service_only',
    ]),
    text,
    approvedBy: z.array(approver),
  }),
  sendLetter: z
    .strictObject({
      letter: z.enum(LETTERS),
      by: z.enum(['email', 'post', 'hand']),
      clock: text.optional(),
      receivedOn: DaySchema.optional(),
    })
    .refine((it) => it.letter === 'update' || it.clock === undefined, {
      path: ['clock'],
      message: 'belongs to an update only',
    }),
  requestReturns: z.strictObject({
    kind: z.enum(['threshold', 'review', 'appeal']),
    agencies: z.array(z.strictObject({ name: text, body: z.enum([...BODIES, 'applicant']) })).min(1),
  }),
  recordReturn: z
    .strictObject({
      agency: text,
      kind: z.enum(['threshold', 'review', 'appeal']),
      result: z.enum(['held', 'nil', 'withheld']),
      ground: text.optional(),
      perpetrator: Perpetrator.optional(),
    })
    .refine((it) => it.result === 'withheld' || it.ground === undefined, {
      path: ['ground'],
      message: 'belongs to withheld only',
    }),
  assessRisk: z.strictObject({
    stage: z.enum(['before_threshold', 'review', 'closing']),
    level: z.enum(['standard', 'medium', 'high']),
    perpetrator: Perpetrator.optional(),
  }),
  decideThreshold: z.strictObject({
    result: z.enum(['met', 'not_met', 'met_discretion']),
    bodies: z.array(decidingBody).min(1),
    reasons: text,
    regard: z
      .strictObject({ persistence: text.optional(), harm: text.optional(), adequacy: text.optional() })
      .optional(),
    approvedBy: z.array(approver).min(1).optional(),
    despite: text.optional(),
  }),
  extendClock: z.strictObject({ clock: text, reason: text, by: text }),
  contactVictim: z.strictObject({ means: z.enum(MEANS), reached: z.boolean() }),
  recordVoice: z.strictObject({
    mode: z.enum(['attend', 'representative', 'written', 'video', 'read_out', 'none']),
    agreement: z.literal('written').optional(),
    slotMinutes: z.number().int().min(1).optional(),
    reason: text.optional(),
  }),
  arrangePanel: z.strictObject({ for: DaySchema, openSession: z.boolean().optional(), chair: chair.optional() }),
  holdPanel: z.strictObject({
    attended: z
      .array(z.strictObject({ seat: z.enum(SEATS), body, name: text.optional(), inWriting: z.boolean().optional() }))
      .min(1),
    chair,
    findings: text.optional(),
    regardless: text.optional(),
  }),
  agreePlan: z.strictObject({ actions: z.array(ActionInput), recommendations: z.array(Recommendation).optional() }),
  addAction: ActionInput,
  moveAction: z.strictObject({ action: text, dueOn: DaySchema, reason: text, by: text }),
  reportAction: z.strictObject({
    action: text,
    status: z.enum(['done', 'delayed', 'no_longer_viable']),
    doneOn: DaySchema.optional(),
    note: text.optional(),
    outcome: text.optional(),
  }),
  answerRecommendation: z.strictObject({
    recommendation: text,
    answer: z.enum(['accepted', 'declined']),
    reason: text.optional(),
  }),
  closeCase: z.strictObject({
    as: z.enum(CLOSED_AS),
    reason: text,
    /** The other case, and the refs of the complaints that stand in it: a duplicate's alone. */
    of: text.optional(),
    covers: z.array(text).optional(),
    approvedBy: z.array(approver).min(1).optional(),
  }),
  recordWithdrawal: z.strictObject({
    by: z.enum(['victim', 'representative']),
    means: z.enum(MEANS),
    words: text.optional(),
  }),
  followUp: z.strictObject({
    result: z.enum(['satisfied', 'not_satisfied', 'not_reached']),
    next: z.enum(['close', 'further_review', 'again']),
    reason: text.optional(),
  }),
  receiveAppeal: z.strictObject({
    about: z.enum(['threshold', 'review']),
    to: z.enum(['lead', 'office']).optional(),
    madeOn: DaySchema.optional(),
    grounds: z.array(z.enum(['process', 'facts', 'threshold', 'other'])).min(1),
    how: z.strictObject({
      process: text.optional(),
      facts: text.optional(),
      threshold: text.optional(),
      other: text.optional(),
    }),
    by: text.optional(),
    consent: Consent.optional(),
    toldOn: DaySchema.optional(),
  }),
  passOnAppeal: nothing,
  assignAppeal: z.strictObject({
    authority: text,
    decider: z.strictObject({
      name: text,
      role: z.enum([
        'spoc',
        'community_safety_manager',
        'independent_review_manager',
        'scrutineer',
        'review_chair',
        'other',
      ]),
      independent: z.boolean().optional(),
      second: z.strictObject({ name: text, from: text }).optional(),
    }),
  }),
  handOverAppeal: z.strictObject({
    documents: z
      .array(
        z.strictObject({
          item: z.enum([
            'application',
            'minutes',
            'chronology',
            'result_letter',
            'outcome_report',
            'plan',
            'appeal',
            'blank_letters',
            'policy_followed',
            'threshold_rationale',
            'timeline',
            'support',
            'correspondence',
            'action_progress',
            'risk_assessments',
            'other',
          ]),
          available: z.boolean(),
          reason: text.optional(),
        }),
      )
      .min(1),
  }),
  hearAppeal: nothing,
  decideAppeal: z.strictObject({
    result: z.enum(['criteria_not_met', 'dismissed', 'upheld', 'referred_back', 'overturned']),
    reasons: text,
    referBack: z
      .array(z.strictObject({ for: z.enum(['process', 'information']), name: text }))
      .min(1)
      .optional(),
    recommendations: z.array(Recommendation).optional(),
  }),
} as const;

export type Act = keyof typeof ACTS;
export type With<A extends Act> = z.infer<(typeof ACTS)[A]>;
export const ACT_NAMES = Object.keys(ACTS) as [Act, ...Act[]];
