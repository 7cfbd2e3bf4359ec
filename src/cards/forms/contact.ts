import { choicesOf, oneOf, YES_NO } from './choices.ts';
import { act, errors, type Form } from './form.ts';

/** A try at reaching the victim, whether it worked or not. */
export const contact: Form = {
  name: 'contact',
  title: () => 'Record contact with the victim',
  height: 'medium',
  fields: () => [
    {
      kind: 'help',
      text: 'Record every try. The victim may only be listed as not reached after letter, phone, e-mail and visit were tried.',
    },
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
      help: 'Seen by the coordinator only.',
      maxLength: 2000,
      path: 'note',
    },
  ],
  buttons: () => [{ press: 'send', title: 'Record it', style: 'positive' }],
  build: (values) => {
    const means = oneOf(values['means'], ['letter', 'phone', 'email', 'visit'] as const);
    if (!means) return errors({ means: 'Choose how' });
    return act(
      'contactVictim',
      { means, reached: values['reached'] === 'yes' },
      values['note'] ? { note: values['note'] } : undefined,
    );
  },
};
