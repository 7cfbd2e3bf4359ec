import { z } from 'zod/v4';
import { DaySchema } from '../calendar/isoDate.ts';

/**
 * What a click may carry. Ids and a version, never records or rights: who may do it is looked up in the store when the click arrives.
 * A click whose data does not parse is answered with a clear error and changes nothing.
 */
/** Any short text: one that is no reference names no case, and is answered like a case of somebody else's. */
const ref = z.string().max(100);
const id = z.string().min(1).max(100);
const version = z.coerce.number().int().min(0).optional();
const returnKind = z.enum(['threshold', 'review', 'appeal']);

/** Buttons answered on the card itself (Action.Execute; Action.Submit as fallback). */
export const VERBS = {
  'case.refresh': z.object({ caseId: ref }),
  'return.nil': z.object({ caseId: ref, kind: returnKind, agency: id, v: version }),
  'action.done': z.object({ caseId: ref, action: id, note: z.string().max(2000).optional(), v: version }),
  /** `day` and `startsAt` are the time that the card shows: proposals made since leave the record's version as it is. */
  'slot.pick': z.object({
    caseId: ref,
    slot: z.coerce.number().int().min(0).max(2),
    day: DaySchema.optional(),
    startsAt: z.string().max(5).optional(),
    v: version,
  }),
  'pack.issue': z.object({ caseId: ref, v: version }),
  'meeting.open': z.object({ caseId: ref, v: version }),
  'meeting.start': z.object({ caseId: ref, regardless: z.string().max(2000).optional(), v: version }),
  'meeting.next': z.object({
    caseId: ref,
    step: z.coerce.number().int().min(0),
    note: z.string().max(4000).optional(),
    v: version,
  }),
  'meeting.back': z.object({ caseId: ref, step: z.coerce.number().int().min(0), v: version }),
  'meeting.dropAction': z.object({ caseId: ref, action: id, v: version }),
  'meeting.agree': z.object({ caseId: ref, v: version }),
  'help.topic': z.object({ topic: id }),
} as const;
export type Verb = keyof typeof VERBS;

/** Dialogs: `task/fetch` with {dialog, ...params}, answered by a form; `task/submit` brings {dialog, ...params, inputs}. */
export const DIALOGS = [
  'application',
  'consent',
  'amendComplaints',
  'safeguarding',
  'decline',
  'letter',
  'threshold',
  'requestReturns',
  'return',
  'readReturn',
  'risk',
  'contact',
  'voice',
  'extend',
  'proposeSlots',
  'movePanel',
  'cancelPanel',
  'attendance',
  'captureAction',
  'recommendation',
  'findings',
  'addAction',
  'moveAction',
  'actionDelayed',
  'actionNotViable',
  'answerRecommendation',
  'followUp',
  'receiveAppeal',
  'passOnAppeal',
  'assignAppeal',
  'handOverAppeal',
  'hearAppeal',
  'decideAppeal',
  'recordWithdrawal',
  'close',
  'explain',
  'more',
  'undelivered',
] as const;
export type Dialog = (typeof DIALOGS)[number];

export const DialogParams = z.object({
  dialog: z.enum(DIALOGS),
  caseId: ref.optional(),
  v: version,
  /** Which letter, action, agency, clock: what the dialog is about. */
  letter: z.string().max(40).optional(),
  kind: returnKind.optional(),
  agency: id.optional(),
  action: id.optional(),
  clock: z.string().max(60).optional(),
  of: z.string().max(200).optional(),
  recommendation: id.optional(),
  /** The action to be added cannot wait for the plan. */
  urgent: z.literal('yes').optional(),
  /** Button pressed inside the dialog, where it has several: `save`, `send`, `nil`, `addComplaint`, `addReport`. */
  press: z.string().max(40).optional(),
});
export type DialogParams = z.infer<typeof DialogParams>;
