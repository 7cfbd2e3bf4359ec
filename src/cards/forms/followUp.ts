import { choicesOf, oneOf } from './choices.ts';
import { act, errors, type Form } from './form.ts';

/** The call back after the plan: is the victim content, and what follows. */
export const followUp: Form = {
  name: 'followUp',
  title: () => 'Record the follow-up',
  height: 'medium',
  fields: () => [
    {
      kind: 'choice',
      name: 'result',
      label: 'The victim',
      required: true,
      expanded: true,
      choices: choicesOf({ satisfied: 'Is content', not_satisfied: 'Is not content', not_reached: 'Was not reached' }),
      path: 'result',
    },
    {
      kind: 'choice',
      name: 'next',
      label: 'What follows',
      required: true,
      expanded: true,
      choices: choicesOf({ close: 'Close the case', further_review: 'Review it again', again: 'Call again later' }),
      path: 'next',
    },
    { kind: 'multiline', name: 'reason', label: 'Reason', maxLength: 1000, path: 'reason' },
  ],
  buttons: () => [{ press: 'send', title: 'Record it', style: 'positive' }],
  build: (values) => {
    const result = oneOf(values['result'], ['satisfied', 'not_satisfied', 'not_reached'] as const);
    const next = oneOf(values['next'], ['close', 'further_review', 'again'] as const);
    if (!result || !next) return errors({ result: 'Choose an answer' });
    return act('followUp', { result, next, ...(values['reason'] ? { reason: values['reason'] } : {}) });
  },
};
