import { z } from 'zod/v4';
import { DaySchema } from '../calendar/isoDate.ts';
import { ActionInput, Recommendation } from './acts.ts';
import { DETAILS } from './detail.ts';
import { SEATS, BODIES } from './words.ts';

/** Work in hand, kept in drafts until an act makes it part of the record. */

export const SlotSchema = z.strictObject({
  day: DaySchema,
  /** London wall-clock time, `HH:MM`. */
  startsAt: z.string(),
  minutes: z.number(),
  /** Person ids by what their calendar says. Unknown is never taken for free. */
  free: z.array(z.string()),
  busy: z.array(z.string()),
  unknown: z.array(z.string()),
});
export type Slot = z.infer<typeof SlotSchema>;

export const ProposedSlotsSchema = z.strictObject({
  proposedOn: DaySchema,
  /** Last day that keeps every duty; why in words. */
  before: DaySchema.nullable(),
  why: z.string(),
  minutes: z.number(),
  openMinutes: z.number(),
  /** Person ids who would be invited to the closed session, the chair among them. */
  people: z.array(z.string()).optional(),
  /** Person id of the chair who was asked for. */
  chair: z.string().optional(),
  slots: z.array(SlotSchema).max(3),
});
export type ProposedSlots = z.infer<typeof ProposedSlotsSchema>;

export const MeetingWorkingsSchema = z.strictObject({
  openedOn: DaySchema,
  chair: z.strictObject({
    person: z.string(),
    name: z.string(),
    independent: z.boolean(),
    basis: z.string().optional(),
  }),
  attended: z.array(
    z.strictObject({
      seat: z.enum(SEATS),
      body: z.enum(BODIES),
      person: z.string().optional(),
      name: z.string().optional(),
      inWriting: z.boolean().optional(),
    }),
  ),
  started: z.boolean(),
  regardless: z.string().optional(),
  /** Index into the agenda (domain/agenda.ts). */
  step: z.number().int().min(0),
  notes: z.array(z.strictObject({ step: z.string(), note: z.string() })),
  actions: z.array(ActionInput.extend({ ownerPerson: z.string() })),
  recommendations: z.array(Recommendation),
  findings: z.string(),
});
export type MeetingWorkings = z.infer<typeof MeetingWorkingsSchema>;

export const ReturnDraftSchema = z.strictObject({
  result: z.enum(['held', 'withheld']).optional(),
  ground: z.string().optional(),
  form: DETAILS.recordReturn,
  /** The day of the first save; absent in drafts kept before it was noted. */
  begunOn: DaySchema.optional(),
  savedOn: DaySchema,
  savedBy: z.string(),
});
export type ReturnDraft = z.infer<typeof ReturnDraftSchema>;
