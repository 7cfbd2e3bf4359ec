import { z } from 'zod/v4';
import { PROCEDURES, BODIES, RANKS, SEATS } from './words.ts';

/** The partnership's directory: who may do what, and who is told when nobody answers. Data of the authority, never of a card. */
export const ROLES = [
  'coordinator',
  'senior_manager',
  'panel_member',
  'chair',
  'action_owner',
  'agency_responder',
  'appeal_decider',
  'observer',
] as const;
export type Role = (typeof ROLES)[number];

const id = z.string().regex(/^[a-z0-9-]+$/, 'must be lower-case letters, digits and dashes');
const line = z.string().trim().min(1).max(300);
export const PersonSchema = z.strictObject({
  id,
  name: z.string().min(1),
  /** Job title as the person would say it. */
  title: z.string().min(1),
  email: z.email(),
  tenantId: z.uuid(),
  objectId: z.uuid(),
  agency: id,
  roles: z.array(z.enum(ROLES)),
  seat: z.enum(SEATS).optional(),
  rank: z.enum(RANKS).optional(),
  manager: id.optional(),
  deputy: id.optional(),
  /** Whose place this person has taken: the id of somebody who is no longer in the directory. */
  succeeds: id.optional(),
  /** Works in the host tenant and has the app: can be reached by 1:1 chat. Everyone else by channel mention and e-mail. */
  host: z.boolean(),
  /** Took no part in the cases of this partnership: may chair as independent. */
  independentBasis: z.string().optional(),
});
export type Person = z.infer<typeof PersonSchema>;

export const AgencySchema = z.strictObject({
  id,
  name: z.string().min(1),
  body: z.enum(BODIES),
  tenantId: z.uuid(),
  /** Person ids who answer response forms, first one mentioned. */
  responders: z.array(id).min(1),
  seniorContact: id.optional(),
  headOfService: id.optional(),
  chiefExecutive: id.optional(),
});
export type Agency = z.infer<typeof AgencySchema>;

export const PartnershipSchema = z.strictObject({
  /** Raised by one with each change of the file: a file of a lower version never replaces one of a higher. */
  version: z.int().min(1).optional(),
  authority: z.strictObject({
    id,
    name: z.string().min(1),
    procedure: z.enum(PROCEDURES),
    /** Start of a case reference: `HBC` gives HBC-2026-0001. */
    referencePrefix: z.string().regex(/^[A-Z]{2,5}$/),
    settings: z.record(z.string(), z.unknown()).default({}),
    tenantId: z.uuid(),
    teamId: z.string().min(1),
    channelType: z.enum(['shared', 'standard', 'private']).default('shared'),
    /** Shared mailbox that sends mail and holds panel events. */
    mailbox: z.email(),
    /** Where the council keeps its published procedure. */
    procedureUrl: z.url().optional(),
    /** Where letters reach it, on one line; and a number where its officers answer. */
    address: line.optional(),
    phone: line.optional(),
    /** Where appeals reach the office that decides them, in procedures that send them there (AMB-E10). */
    appealOffice: z
      .strictObject({ mailbox: z.email().optional(), address: line.optional(), web: z.url().optional() })
      .refine((it) => Object.values(it).some((value) => value !== undefined), {
        message: 'needs a mailbox, an address or a web page',
      })
      .optional(),
    /** Support and advocacy services that letters name, and how to reach them (HER-3.5). */
    support: z.array(z.strictObject({ name: line, contact: line })).optional(),
  }),
  agencies: z.array(AgencySchema).min(1),
  people: z.array(PersonSchema).min(1),
});
export type Partnership = z.infer<typeof PartnershipSchema>;
