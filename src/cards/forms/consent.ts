import { choicesOf, oneOf } from './choices.ts';
import { act, caseOf, errors, type Form, type FormContext } from './form.ts';

const FORMS = { written: 'In writing', signed: 'Signed form', verbal: 'By word of mouth' };
const EXEMPT = {
  cannot_consent: 'The victim is not able to consent',
  risk_of_harm: 'Asking would put someone at risk',
};

/** The victim's consent to a representative, when it comes after the application. */
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
      name: 'form',
      label: 'How consent was given',
      required: true,
      expanded: true,
      path: 'form',
      choices: choicesOf({ ...FORMS, ...EXEMPT }),
    },
    { kind: 'date', name: 'on', label: 'Day it was given', latest: ctx.today, path: 'on' },
  ],
  buttons: () => [{ press: 'send', title: 'Record consent', style: 'positive' }],
  build: (values, ctx) => {
    const exempt = oneOf(values['form'], ['cannot_consent', 'risk_of_harm'] as const);
    if (exempt) return act('recordConsent', { exempt, by: ctx.person.name });
    const form = oneOf(values['form'], ['written', 'signed', 'verbal'] as const);
    if (!form || !values['on']) return errors({ on: 'Enter the day the victim gave consent' });
    return act('recordConsent', { form, on: values['on'] });
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
