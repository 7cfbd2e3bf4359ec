import { formLabel } from '../../documents/procedureWords.ts';
import { BODY_WORDS } from './choices.ts';
import type { Agency } from '../../domain/directory.ts';
import { periodOf } from '../../domain/periods.ts';
import { APPLICANT_ASKED, type ReturnKind } from '../../domain/words.ts';
import { act, caseOf, errors, type Form, type FormContext } from './form.ts';

/** Asks agencies for their response form. Each gets a card, and an e-mail with a link. */
export const requestReturns: Form = {
  name: 'requestReturns',
  title: (ctx) => (kindOf(ctx) === 'appeal' ? 'Ask for documents for the appeal' : `Ask for ${formLabel(caseOf(ctx))}`),
  height: 'medium',
  start: (ctx) => ({
    agencies: notAsked(ctx)
      .filter((agency) => agency.body === 'applicant' || isUsual(ctx, agency))
      .map((agency) => agency.id)
      .join(','),
  }),
  fields: (ctx) => {
    const open = notAsked(ctx);
    return [
      {
        kind: 'help',
        text:
          open.length === 0
            ? 'Every agency of the directory has been asked already.'
            : kindOf(ctx) === 'appeal'
              ? 'Each agency chosen gets an e-mail with a link to its own form. Write to the applicant yourself, and record here that you asked.'
              : `Each agency chosen gets its own form${hasDay(ctx) ? ', its own due date' : ''}, a card with a mention and an e-mail with a link. It sees its own answer only.`,
      },
      ...(open.length === 0
        ? []
        : [
            {
              kind: 'multi',
              name: 'agencies',
              label: 'Agencies to ask',
              required: true,
              missing: 'Choose at least one agency',
              path: 'agencies',
              choices: open.map((agency) => ({
                value: agency.id,
                title:
                  agency.body === 'applicant'
                    ? 'The applicant, for the reasons of each ground'
                    : `${agency.name} (${BODY_WORDS[agency.body]})`,
              })),
            } as const,
          ]),
    ];
  },
  buttons: (ctx) => (notAsked(ctx).length === 0 ? [] : [{ press: 'send', title: 'Ask them now', style: 'positive' }]),
  build: (values, ctx) => {
    const chosen = (values['agencies'] ?? '').split(',');
    const agencies = notAsked(ctx).filter((agency) => chosen.includes(agency.id));
    if (agencies.length === 0) return errors({ agencies: 'Choose at least one agency' });
    return act('requestReturns', {
      kind: kindOf(ctx),
      agencies: agencies.map((agency) => ({ name: agency.name, body: agency.body })),
    });
  },
};

const kindOf = (ctx: FormContext): ReturnKind =>
  ctx.params.kind ?? (caseOf(ctx).review.stage === 'application' ? 'threshold' : 'review');

function notAsked(ctx: FormContext) {
  const view = caseOf(ctx);
  const asked = view.review.requests.filter((one) => one.kind === kindOf(ctx)).map((one) => one.agency);
  const appellant = { id: APPLICANT_ASKED, name: APPLICANT_ASKED, body: 'applicant' as const };
  const all = [...(kindOf(ctx) === 'appeal' ? [appellant] : []), ...view.partnership.agencies];
  return all.filter((agency) => !asked.includes(agency.name) && !asked.includes(agency.id));
}

/** Whether a form of this kind has a day to be back by, in this procedure and authority. */
function hasDay(ctx: FormContext): boolean {
  const { policy } = caseOf(ctx);
  const per = `${kindOf(ctx)}_request`;
  return policy.clocks.some((rule) => rule.per === per && periodOf(rule.period, policy) !== null);
}

/**
 * Bodies of the Act are asked unless somebody says no; others are asked when somebody says so. A body that decides appeals
 * is no party to what it may have to judge. Where the procedure asks only whom the referral names, those alone.
 */
function isUsual(ctx: FormContext, agency: Agency): boolean {
  const { partnership, policy, review } = caseOf(ctx);
  const decides = partnership.people.some((it) => it.agency === agency.id && it.roles.includes('appeal_decider'));
  const isOwn = agency.tenantId === partnership.authority.tenantId;
  if (agency.body === 'other' || agency.body === 'commissioner' || (decides && !isOwn)) return false;
  if (kindOf(ctx) === 'appeal' || !policy.asksNamedAgenciesAlone) return true;
  return review.complaints.some((complaint) => complaint.reports.some((report) => report.to === agency.body));
}
