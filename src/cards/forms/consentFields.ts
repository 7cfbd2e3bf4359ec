import type { With } from '../../domain/acts.ts';
import { byWords, seniorsWho } from '../../domain/consent.ts';
import { personOf } from '../../domain/whoIsWho.ts';
import { choicesOf, oneOf } from './choices.ts';
import type { Choice, Field } from './fields.ts';
import type { Errors, FormContext, Values } from './form.ts';

type Consent = With<'recordConsent'>;

/** How a victim may have agreed to be represented; and, in every procedure, why they could not be asked (AMB-E8, STAT-1). */
export const CONSENT_CHOICES: readonly Choice[] = choicesOf({
  written: 'In writing',
  signed: 'Signed form',
  verbal: 'By word of mouth',
  cannot_consent: 'The victim is not able to consent',
  risk_of_harm: 'Asking would put someone at risk',
});

/** The day and, where consent is not asked for, who decided so. `at`: where the consent stands in what the act carries. */
export const consentFields = (ctx: FormContext, names: ConsentNames, at: '' | 'consent.'): Field[] => [
  { kind: 'date', name: names.on, label: 'Day consent was given', sometimes: true, latest: ctx.today, path: `${at}on` },
  {
    kind: 'choice',
    name: names.by,
    sometimes: true,
    label: 'If the victim cannot consent, or asking is a risk: who decided to go on',
    help: 'A senior person decides it for this victim, and is named in the record.',
    choices: seniorsWho(ctx.partnership).map((person) => ({ value: person.id, title: byWords(person) })),
    path: `${at}by`,
  },
];

/** The names of the fields in this form. */
export interface ConsentNames {
  form: string;
  on: string;
  by: string;
}

/** What was recorded; undefined where nothing was, or where something lacks. */
export function readConsent(values: Values, ctx: FormContext, names: ConsentNames): Consent | undefined {
  const exempt = oneOf(values[names.form], ['cannot_consent', 'risk_of_harm'] as const);
  const senior = personOf(ctx.partnership, values[names.by]);
  if (exempt) return senior === undefined ? undefined : { exempt, by: byWords(senior) };
  const form = oneOf(values[names.form], ['written', 'signed', 'verbal'] as const);
  const on = values[names.on];
  return form && on ? { form, on } : undefined;
}

/** What is still to be said beside the form of consent. */
export function consentFaults(values: Values, names: ConsentNames): Errors {
  const given = values[names.form] ?? '';
  if (['cannot_consent', 'risk_of_harm'].includes(given) && !values[names.by])
    return { [names.by]: 'Choose the senior person who decided it' };
  if (['written', 'signed', 'verbal'].includes(given) && !values[names.on])
    return { [names.on]: 'Enter the day the victim gave consent' };
  return {};
}
