import { CONSENT_CHOICES, consentFaults, consentFields, readConsent } from './consentFields.ts';
import { act, caseOf, errors, type Form, type FormContext } from './form.ts';

const NAMES = { form: 'form', on: 'on', by: 'by' };

/** The victim's consent to a representative, when it comes after the application, or why it is not asked for. */
export const consent: Form = {
  name: 'consent',
  title: () => 'Record the victim’s consent',
  height: 'medium',
  fields: (ctx) => [
    {
      kind: 'help',
      text: `Until this is recorded no agency may be asked about the victim.${enough(ctx)}`,
    },
    {
      kind: 'choice',
      name: NAMES.form,
      label: 'How consent was given',
      required: true,
      expanded: true,
      path: 'form',
      choices: CONSENT_CHOICES,
    },
    ...consentFields(ctx, NAMES, ''),
  ],
  buttons: () => [{ press: 'send', title: 'Record consent', style: 'positive' }],
  build: (values, ctx) => {
    const missing = consentFaults(values, NAMES);
    if (Object.keys(missing).length > 0) return errors(missing);
    const given = readConsent(values, ctx, NAMES);
    return given === undefined ? errors({ form: 'Choose how consent was given' }) : act('recordConsent', given);
  },
};

/** What this procedure asks for, where not every form will do (LLR-1.1, STF-1.3). */
function enough(ctx: FormContext): string {
  const { forms } = caseOf(ctx).policy.consent;
  if (forms.includes('verbal')) return '';
  return forms.includes('written')
    ? ' This procedure asks for it in writing or signed.'
    : ' This procedure asks for the victim’s signed declaration.';
}
