import { choicesOf, oneOf, YES_NO } from './choices.ts';
import { NO_CONTACT_MEANS } from '../../domain/settings.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { act, caseOf, errors, type Form } from './form.ts';
import { NOT_BY_FIELD, notByOf, notByStart, reachFacts, triesFacts } from './victimFacts.ts';

/** A try at reaching the victim, whether it worked or not. */
export const contact: Form = {
  name: 'contact',
  title: () => 'Record contact with the victim',
  height: 'medium',
  start: (ctx) => ({ notBy: notByStart(caseOf(ctx)) }),
  fields: (ctx) => [
    { kind: 'help', text: tries(caseOf(ctx)) },
    ...reachFacts(caseOf(ctx)),
    ...triesFacts(caseOf(ctx)),
    {
      kind: 'choice',
      name: 'means',
      label: 'How',
      required: true,
      path: 'means',
      choices: choicesOf({ phone: 'By phone', letter: 'By letter', email: 'By e-mail', visit: 'By a visit' }),
    },
    {
      kind: 'choice',
      name: 'reached',
      label: 'Did you reach the victim?',
      required: true,
      expanded: true,
      missing: 'Say whether you reached the victim',
      path: 'reached',
      choices: YES_NO,
    },
    {
      kind: 'multiline',
      name: 'note',
      label: 'Note',
      help: 'It is shown here, to whoever records the next contact, and nowhere else.',
      maxLength: 2000,
      path: 'note',
    },
    NOT_BY_FIELD,
  ],
  buttons: () => [{ press: 'send', title: 'Record it', style: 'positive' }],
  build: (values) => {
    const means = oneOf(values['means'], ['letter', 'phone', 'email', 'visit'] as const);
    if (!means) return errors({ means: 'Choose how' });
    return act(
      'contactVictim',
      { means, reached: values['reached'] === 'yes' },
      { ...(values['note'] ? { note: values['note'] } : {}), notBy: notByOf(values['notBy']) },
    );
  },
};

/** HER-11.3, AMB-C6: when a case may be closed because the victim cannot be reached, and that it opens again on contact. */
function tries({ review, policy }: CaseView): string {
  if (review.closed) return 'If you reached the victim, the case opens again with its history.';
  const { 'nocontact.attempts': attempts, 'nocontact.days': days } = policy.settings;
  return `Record every try. The case may be closed for want of contact after ${attempts} tries by ${NO_CONTACT_MEANS} different means, over ${days} working days.`;
}
