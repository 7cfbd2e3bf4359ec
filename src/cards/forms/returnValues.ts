import type { With } from '../../domain/acts.ts';
import type { ReturnRequest } from '../../domain/caseReview.ts';
import type { ReturnDraft } from '../../domain/workings.ts';
import { filled, oneOf } from './choices.ts';
import { caseOf, type FormContext, type Values } from './form.ts';

type ReturnForm = ReturnDraft['form'];

/** Plain texts of the form, each kept under its own name. */
const TEXTS = [
  'responder',
  'role',
  'unlisted',
  'hate',
  'behaviour',
  'actionTaken',
  'actionConsidered',
  'openCase',
  'victimContact',
  'risk',
  'perpetrator',
  'others',
  'interimAction',
  'furtherAction',
  'attending',
  'closedItems',
  'attachments',
  'declaredBy',
] as const satisfies (keyof ReturnForm)[];

/** The complaints asked about, in order; a field name holds the place, not the ref, which may hold anything. */
export const complaintsAsked = (ctx: FormContext): With<'amendComplaints'>['complaints'] =>
  caseOf(ctx).review.complaints;

/** What stands in the form when it opens: the draft, or what was sent, or who is answering. */
export function returnStart(ctx: FormContext): Values {
  const draft = ctx.agencyReturn;
  const own: Values = { responder: ctx.person.name, role: ctx.person.title, declaredBy: '' };
  return draft ? { ...own, ...valuesOf(draft, ctx) } : own;
}

/** What was sent, and nothing else: a reader's own name is no part of it. */
export const sentValues = (sent: NonNullable<ReturnRequest['answer']>, ctx: FormContext): Values =>
  valuesOf({ result: sent.result, ground: sent.ground, form: sent.detail ?? {} }, ctx);

interface Stands {
  result?: 'held' | 'withheld' | 'nil' | undefined;
  ground?: string | undefined;
  form: ReturnForm;
}
function valuesOf({ result, ground, form }: Stands, ctx: FormContext): Values {
  const values: Values = {};
  if (result) values['holding'] = result;
  if (ground) values['ground'] = ground;
  for (const name of TEXTS) if (form[name]) values[name] = form[name];
  if (form.perpetratorAge) values['perpetratorAge'] = form.perpetratorAge;
  if (form.immediateRisk) values['immediateRisk'] = form.immediateRisk;
  complaintsAsked(ctx).forEach((complaint, at) => {
    const traced = form.traced?.find((one) => one.ref === complaint.ref);
    if (!traced) return;
    values[`t${at + 1}_traced`] = traced.traced;
    if (traced.reference) values[`t${at + 1}_reference`] = traced.reference;
    if (traced.note) values[`t${at + 1}_note`] = traced.note;
  });
  return values;
}

/** The form as the record keeps it. */
export function readReturnForm(values: Values, ctx: FormContext): ReturnForm {
  const traced = complaintsAsked(ctx).flatMap((complaint, at) => {
    const answer = oneOf(values[`t${at + 1}_traced`], ['yes', 'no'] as const);
    if (!answer) return [];
    const rest = filled({ reference: values[`t${at + 1}_reference`], note: values[`t${at + 1}_note`] });
    return [{ ref: complaint.ref, traced: answer, ...rest }];
  });
  return filled({
    ...Object.fromEntries(TEXTS.map((name) => [name, values[name]])),
    perpetratorAge: oneOf(values['perpetratorAge'], ['under18', 'adult', 'unknown'] as const),
    immediateRisk: oneOf(values['immediateRisk'], ['yes', 'no'] as const),
    traced: traced.length > 0 ? traced : undefined,
  });
}
