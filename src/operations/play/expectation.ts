import { z } from 'zod/v4';
import { DaySchema } from '../../calendar/isoDate.ts';
import { ACT_NAMES } from '../../domain/acts.ts';
import { CLOSED_AS, PROCEDURES, REFUSAL_CODES, SEATS } from '../../domain/words.ts';

/** What must hold of the output: any subset of it. The form alone; what "hold" means is in matchExpectation.ts. */
const text = z.string().min(1);
const day = DaySchema.nullable().optional();
const truth = z.boolean().optional();
const about = z.enum(['threshold', 'review']);
const decision = z.enum(['met', 'not_met', 'met_discretion']);
const why = z.enum([
  'counted',
  'not_by_victim',
  'relied_on_before',
  'same_incident',
  'reported_late',
  'outside_window',
  'not_hate',
]);
const rule = z
  .string()
  .regex(
    /^((LLR|WAR|HER|STF|SHR)-\d+\.\d+|STAT-\d+|AMB-[A-E]\d+|capability .+)$/,
    'must be a rule id of the rule-book',
  );
const clockId = z.string().regex(/^(LLR|WAR|HER|STF|SHR)\./, 'must be a clock id, such as LLR.ack');
const unlike = <T extends z.ZodType>(of: T) =>
  z.array(of).refine((list) => new Set(list).size === list.length, 'must be a list without repetitions');
const test = { counted: truth, why: why.optional(), reportBy: day, countsUntil: day };

const caseOf = z.strictObject({
  stage: z.enum(['enquiry', 'application', 'review', 'plan', 'closed']).optional(),
  closedAs: z.enum(CLOSED_AS).nullable().optional(),
  withdrawnOn: day,
  countsAs: z.enum(['application', 'review', 'enquiry']).optional(),
});
const threshold = z.strictObject({
  count: z.number().int().min(0).optional(),
  route: z.enum(['A', 'B', 'C']).nullable().optional(),
  advice: z.enum(['met', 'not_met', 'discretion', 'not_considered']).optional(),
  floor: z.number().int().min(0).optional(),
  floorMet: truth,
  warnings: z.array(z.enum(['pooled_count_reaches_threshold', 'floor_reached'])).optional(),
  decided: decision.nullable().optional(),
});
const clock = z.strictObject({
  id: clockId,
  of: text.optional(),
  rule: rule.optional(),
  kind: z.enum(['duty', 'right', 'agency', 'request', 'target', 'trigger']).optional(),
  anchor: day,
  dueOn: day,
  status: z.enum(['waiting', 'open', 'met', 'met_late', 'missed', 'none_set', 'superseded']).optional(),
  metOn: day,
  remindOn: day,
  extended: truth,
  governing: truth,
  provisional: truth,
});
const returned = z.strictObject({
  agency: text,
  kind: z.enum(['threshold', 'review', 'appeal']),
  dueOn: day,
  status: z.enum(['open', 'returned', 'nil', 'withheld', 'overdue', 'no_return']).optional(),
  late: truth,
});
const action = z.strictObject({
  id: text,
  status: z.enum(['open', 'done', 'no_longer_viable']).optional(),
  dueOn: DaySchema.optional(),
  completedOn: day,
});
const rung = z.strictObject({
  action: text,
  step: z.number().int().min(0).max(3),
  firesOn: day,
  messageOn: day,
  to: z.enum(['owner', 'line_manager', 'head_of_service', 'chief_executive']).optional(),
  state: z.enum(['fired', 'pending', 'never']).optional(),
});
const panel = z.strictObject({
  required: unlike(z.enum(SEATS)).optional(),
  missing: unlike(z.enum([...SEATS, 'three_bodies', 'independent_chair'])).optional(),
  quorate: truth,
});
const refused = z.strictObject({
  step: z.number().int().min(1),
  act: z.enum(ACT_NAMES).optional(),
  code: z.enum(REFUSAL_CODES).optional(),
  rule: rule.optional(),
  text: text.optional(),
});
const appeal = z.strictObject({
  number: z.number().int().min(1).optional(),
  about,
  lastDay: day,
  inTime: truth,
  valid: truth,
  dueOn: day,
  independent: truth,
  result: z.enum(['criteria_not_met', 'dismissed', 'upheld', 'referred_back', 'overturned']).nullable().optional(),
  final: truth,
});

export const Expectation = z.strictObject({
  title: text.optional(),
  procedure: z.enum(PROCEDURES).optional(),
  case: caseOf.optional(),
  complaints: z.array(z.strictObject({ ref: text, ...test, hate: z.strictObject(test).optional() })).optional(),
  threshold: threshold.optional(),
  clocks: z.array(clock).optional(),
  returns: z.array(returned).optional(),
  updates: z.array(z.strictObject({ clock: text, nextDueOn: DaySchema.optional() })).optional(),
  actions: z.array(action).optional(),
  ladder: z.array(rung).optional(),
  panel: panel.optional(),
  findings: z
    .array(
      z
        .string()
        .regex(
          /^(victim_not_heard$|(missing_return|document_unavailable|document_unexplained):.+)/,
          'must be a finding',
        ),
    )
    .optional(),
  refusals: z.array(refused).optional(),
  appeals: z.array(appeal).optional(),
  victimCopy: unlike(text).optional(),
});
export type Expectation = z.infer<typeof Expectation>;
