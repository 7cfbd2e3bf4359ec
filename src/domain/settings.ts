import { z } from 'zod/v4';
import { DaySchema } from '../calendar/isoDate.ts';
import { RELEVANT_BODIES, SEATS } from './words.ts';

/** A time: working days, calendar days, weeks or months after the day it counts from. */
export const PeriodSchema = z.strictObject({ n: z.number().int().min(0), unit: z.enum(['wd', 'cd', 'wk', 'mo']) });
export type Period = z.infer<typeof PeriodSchema>;

const text = z.string().min(1);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time, HH:MM');
const period = PeriodSchema;
const maybe = PeriodSchema.nullable();
const count = z.number().int();

/**
 * Every setting that a council may change (rule-book section 8), by its name there. Strict: an unknown name is an error.
 * Each procedure ships a value for each; null means that the procedure has none.
 */
export const SETTINGS = {
  'calendar.week': z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])),
  'calendar.region': text,
  'calendar.extra_closures': z.array(DaySchema),
  'clock.count_event_day': z.boolean(),
  'clock.cutoff': z.union([z.literal('none'), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]),
  'clock.roll.duty': z.enum(['none', 'previous', 'next']),
  'clock.roll.right': z.enum(['next', 'none']),
  'clock.month_end': z.literal('clamp'),
  'clock.application_anchor': z.enum(['received', 'form_date']),
  'threshold.count': count.min(1).max(3),
  'threshold.report_limit': z.strictObject({
    n: count.min(1),
    unit: z.enum(['month', 'day']),
    style: z.enum(['of', 'beginning_with']).optional(),
  }),
  'threshold.window': period,
  'threshold.window_test': z.enum(['either', 'forward', 'backward']),
  'threshold.application_date': z.enum(['made', 'received']),
  'threshold.six_month_anchor': z.enum(['each', 'first_of_counted', 'first_ever']),
  'threshold.hate': z
    .strictObject({ count: count.min(1), months: count.min(1), strands: z.array(text).optional() })
    .nullable(),
  'threshold.hate.window_on': z.enum(['incident', 'report']),
  'threshold.hate.report_limit': z.enum(['same', 'none']),
  'threshold.no_effective_action': z.enum(['record', 'required']),
  'threshold.discretion': z.array(text),
  'threshold.dedupe': z.boolean(),
  'threshold.pool': z.enum(['victim', 'household', 'community']),
  'threshold.count_unit': z.enum(['incident', 'report']),
  'threshold.min_bodies': count
    .min(2, 'must be 2 or more: by law the relevant bodies decide together, never one of them alone')
    .max(RELEVANT_BODIES.length),
  'threshold.decision': period,
  'applicant.kinds': z.array(z.enum(['individual', 'business', 'community_group'])),
  'risk.before_decision': z.enum(['block', 'prompt', 'off']),
  ack: period,
  outcome: period,
  'target.ack': maybe,
  'target.threshold': maybe,
  'target.meeting': maybe,
  'agency.return.threshold': maybe,
  'agency.return.review': maybe,
  'agency.missing': z.enum(['finding', 'note']),
  'agency.chase': period,
  /** When people are written to, on working days; null for at all hours. Word of danger never waits. */
  'quiet.hours': z
    .strictObject({ from: clockTime, to: clockTime })
    .refine(({ from, to }) => from < to, 'must open before it closes')
    .nullable(),
  'recommendation.answer': period,
  'risk.review': z.strictObject({ high: period.optional(), medium: period.optional() }),
  'record.backdate': period,
  ladder: z.boolean(),
  'ladder.from': z.enum(['original', 'current']),
  'ladder.map': z.record(z.string(), z.string()),
  'nocontact.attempts': count.min(1),
  'nocontact.days': count.min(0),
  'nocontact.letter': period,
  'closing.letter': period,
  'extension.first': z.enum(['on_due', 'one_interval_after']),
  'extension.interval': maybe,
  'review.anchor': z.enum(['ack', 'received']),
  'service.deemed': z.strictObject({
    email: count.min(0).optional(),
    hand: count.min(0).optional(),
    post: count.min(0).optional(),
  }),
  'appeal.anchor': z.enum(['sent', 'received']),
  'appeal.window': maybe,
  'appeal.grounds': z.array(z.enum(['process', 'facts', 'threshold', 'other'])),
  'appeal.threshold_backstop': z.strictObject({ n: count.min(1), anchor: z.enum(['appeal', 'application']) }),
  'appeal.ack_anchor': z.enum(['originating', 'handling']),
  'passback.anchor': z.enum(['letter6', 'letter2a']),
  'appeal.independence': z.enum(['block', 'warn']),
  'appeal.pass_on': period,
  'appeal.late': z.enum(['refer', 'refuse']),
  'appeal.final': z.boolean(),
  'appeal.decider': text,
  'appeal.body': text,
  'appeal.can_overturn': z.boolean(),
  'outcome.clocks': z.array(text),
  'outcome.combine': z.enum(['earliest', 'latest']),
  slot_minutes: count.min(1).nullable(),
  'panel.minimum': z.array(z.enum(SEATS)),
  'chair.independent': z.enum(['unset', 'consider', 'required', 'named']),
  followup: maybe,
  'youth.trigger': z.enum(['invite', 'prompt']),
  'redaction.classes': z.array(text),
  'stats.publish': z.array(text),
  'stats.min_cell': count.min(0),
  'stats.rules': z.record(z.string(), z.unknown()),
  'consent.override_roles': z.array(text),
  'policy.confirmed_on': DaySchema.nullable(),
} as const;

type Given = { [K in keyof typeof SETTINGS]: z.infer<(typeof SETTINGS)[K]> };
/** The settings in force. The lead body's own times are null until it sets them (STF-3.1). */
export type Settings = Omit<Given, LocalTime> & Record<LocalTime, Period | null>;
type LocalTime = 'ack' | 'outcome' | 'threshold.decision';

/** Names of forms, roles and the authority itself are free data beside the settings. */
const FREE_NAME = /^(forms|names|authority)\.[a-z_.]+$/;

/** What an authority sets over the shipped values; an unknown name is an error at that name. */
export const SettingsSchema = z
  .record(z.string(), z.unknown())
  .superRefine((given, context) => {
    for (const [name, value] of Object.entries(given)) {
      if (FREE_NAME.test(name)) continue;
      if (!(name in SETTINGS)) {
        context.addIssue({ code: 'custom', path: [name], message: 'is not a setting of the rule-book' });
        continue;
      }
      const parsed = SETTINGS[name as keyof Settings].safeParse(value);
      if (parsed.success) continue;
      for (const issue of parsed.error.issues) {
        context.addIssue({ code: 'custom', path: [name, ...issue.path], message: issue.message });
      }
    }
  })
  .transform((given) => given as Partial<Settings> & Record<string, unknown>);

/**
 * Settings as a case of an earlier release keeps them, in today's form: what has since been found unlawful no longer binds.
 * One body alone never decides (AMB-B11), and no signature lets an application be declined that reaches the count (AMB-B6).
 */
export function liftSettings(kept: Record<string, unknown>): Record<string, unknown> {
  const { 'refusal.needs_second_approver': _gone, ...settings } = kept;
  return settings['threshold.min_bodies'] === 1 ? { ...settings, 'threshold.min_bodies': 2 } : settings;
}

/** AMB-C16: how long an assessment of each level is good. A council that sets one level alone keeps the other. */
export const RISK_GOOD_FOR = { high: { n: 14, unit: 'cd' }, medium: { n: 28, unit: 'cd' } } as const satisfies Record<
  string,
  Period
>;

/** What every procedure ships where its own module does not say otherwise: the recommended defaults of section 8. */
export const RECOMMENDED: Settings = {
  'calendar.week': ['mon', 'tue', 'wed', 'thu', 'fri'],
  'calendar.region': 'england-and-wales',
  'calendar.extra_closures': [],
  'clock.count_event_day': false,
  'clock.cutoff': 'none',
  'clock.roll.duty': 'none',
  'clock.roll.right': 'next',
  'clock.month_end': 'clamp',
  'clock.application_anchor': 'received',
  'threshold.count': 3,
  'threshold.report_limit': { n: 1, unit: 'month', style: 'of' },
  'threshold.window': { n: 6, unit: 'mo' },
  'threshold.window_test': 'either',
  'threshold.application_date': 'made',
  'threshold.six_month_anchor': 'each',
  'threshold.hate': null,
  'threshold.hate.window_on': 'report',
  'threshold.hate.report_limit': 'same',
  'threshold.no_effective_action': 'record',
  'threshold.discretion': [],
  'threshold.dedupe': true,
  'threshold.pool': 'victim',
  'threshold.count_unit': 'incident',
  'threshold.min_bodies': 2,
  'threshold.decision': null,
  'applicant.kinds': ['individual', 'business', 'community_group'],
  'risk.before_decision': 'prompt',
  ack: null,
  outcome: null,
  'target.ack': null,
  'target.threshold': null,
  'target.meeting': null,
  'agency.return.threshold': null,
  'agency.return.review': null,
  'agency.missing': 'finding',
  'agency.chase': { n: 2, unit: 'wd' },
  'quiet.hours': { from: '08:30', to: '17:30' },
  'recommendation.answer': { n: 28, unit: 'cd' },
  'risk.review': RISK_GOOD_FOR,
  'record.backdate': { n: 5, unit: 'wd' },
  ladder: false,
  'ladder.from': 'original',
  'ladder.map': {},
  'nocontact.attempts': 3,
  'nocontact.days': 10,
  'nocontact.letter': { n: 10, unit: 'wd' },
  'closing.letter': { n: 5, unit: 'wd' },
  'extension.first': 'on_due',
  'extension.interval': null,
  'review.anchor': 'ack',
  'service.deemed': { email: 0, hand: 0, post: 2 },
  'appeal.anchor': 'received',
  'appeal.window': null,
  'appeal.grounds': [],
  'appeal.threshold_backstop': { n: 21, anchor: 'appeal' },
  'appeal.ack_anchor': 'originating',
  'passback.anchor': 'letter6',
  'appeal.independence': 'block',
  'appeal.pass_on': { n: 1, unit: 'wd' },
  'appeal.late': 'refer',
  'appeal.final': false,
  'appeal.decider': '',
  'appeal.body': '',
  'appeal.can_overturn': true,
  'outcome.clocks': [],
  'outcome.combine': 'earliest',
  slot_minutes: null,
  'panel.minimum': [],
  'chair.independent': 'unset',
  followup: null,
  'youth.trigger': 'invite',
  'redaction.classes': [
    'perpetrator',
    'other_victims',
    'witnesses',
    'informants',
    'health_of_others',
    'closed_session',
  ],
  'stats.publish': ['applications', 'not_met', 'reviews', 'with_recommendations'],
  'stats.min_cell': 5,
  'stats.rules': {},
  'consent.override_roles': [],
  'policy.confirmed_on': null,
};

/** AMB-C6: attempts to reach the victim are made by this many different means. The rule-book gives no setting for it. */
export const NO_CONTACT_MEANS = 2;
