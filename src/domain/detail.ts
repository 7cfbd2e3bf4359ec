import { z } from 'zod/v4';
import { DaySchema } from '../calendar/isoDate.ts';
import type { Act } from './acts.ts';
import { CONTACT_WAYS } from './words.ts';

/**
 * What the product records beside an act, where the worked-case form has no room for it: contact details, the content
 * of an agency's form, identities frozen into an action. Parsed at the door like everything else; limits are in characters.
 */
const short = z.string().trim().max(200);
const long = z.string().trim().max(4000);
const address = z.union([z.literal(''), z.email().max(200)]);
const way = z.enum(CONTACT_WAYS);
/** Ways that must not be used to reach the victim: the last that was said stands. */
const notBy = z.array(way).max(CONTACT_WAYS.length);
const chain = z.strictObject({
  owner: z.string(),
  deputy: z.string().optional(),
  lineManager: z.string().optional(),
  headOfService: z.string().optional(),
  chiefExecutive: z.string().optional(),
});

export const DETAILS = {
  receiveApplication: z.strictObject({
    victimEmail: address.optional(),
    notBy: notBy.optional(),
    contactPreference: short.optional(),
    safeTimes: short.optional(),
    accessNeeds: short.optional(),
    wantedOutcome: long.optional(),
    effect: long.optional(),
    /** What happened, by complaint ref. */
    descriptions: z.record(z.string(), long).optional(),
    landlord: short.optional(),
    attendanceWish: short.optional(),
  }),
  recordReturn: z.strictObject({
    responder: short.optional(),
    role: short.optional(),
    /** Per complaint of the application. */
    traced: z
      .array(
        z.strictObject({
          ref: short,
          traced: z.enum(['yes', 'no']),
          reference: short.optional(),
          note: long.optional(),
        }),
      )
      .optional(),
    unlisted: long.optional(),
    hate: short.optional(),
    behaviour: long.optional(),
    actionTaken: long.optional(),
    actionConsidered: long.optional(),
    openCase: long.optional(),
    victimContact: long.optional(),
    risk: long.optional(),
    perpetratorAge: z.enum(['under18', 'adult', 'unknown']).optional(),
    perpetrator: long.optional(),
    others: long.optional(),
    immediateRisk: z.enum(['yes', 'no']).optional(),
    interimAction: long.optional(),
    furtherAction: long.optional(),
    attending: short.optional(),
    closedItems: long.optional(),
    attachments: short.optional(),
    declaredBy: short.optional(),
  }),
  arrangePanel: z.strictObject({
    /** London wall-clock time, `HH:MM`. */
    startsAt: z.string().regex(/^\d{2}:\d{2}$/),
    minutes: z.number().int().min(15).max(480),
    openMinutes: z.number().int().min(0).max(120),
    /** Person ids of the closed session. */
    panel: z.array(z.string()),
    /** Written by earlier releases and not read: who is invited follows the recorded voice (openPart.ts). */
    victimEmail: z.string().optional(),
    /** Names this booking of the calendar; kept when the panel moves, new after a cancellation. */
    booking: z.string().max(40).optional(),
  }),
  holdPanel: z.strictObject({
    attendedPersons: z.array(z.string()).optional(),
    minutes: z.array(z.strictObject({ step: short, note: long })).optional(),
  }),
  agreePlan: z.strictObject({ chains: z.record(z.string(), chain) }),
  addAction: z.strictObject({ chain }),
  /** Person ids of those who decided, in the order of `bodies`. */
  decideThreshold: z.strictObject({ deciders: z.array(z.string()).max(40) }),
  /** Person ids of the deciders, where the directory knows them. */
  assignAppeal: z.strictObject({ decider: z.string().optional(), second: z.string().optional() }),
  sendLetter: z.strictObject({ draft: z.string().max(20_000).optional() }),
  assessRisk: z.strictObject({ support: long.optional(), assessedOn: DaySchema.optional() }),
  contactVictim: z.strictObject({ note: long.optional(), notBy: notBy.optional() }),
  recordVoice: z.strictObject({
    statement: z.string().trim().max(8000).optional(),
    /** How the invitation reaches whoever comes to the open part. */
    inviteBy: way.optional(),
    representative: z.strictObject({ name: short.min(1).optional(), email: address.optional() }).optional(),
    /** The victim's own address, where it is new or was put right. */
    victimEmail: address.optional(),
    notBy: notBy.optional(),
    /** Days that do not suit whoever comes (HER-6.1). */
    unavailable: short.optional(),
  }),
} as const;

export type Detail<A extends Act> = A extends keyof typeof DETAILS ? z.infer<(typeof DETAILS)[A]> : never;
