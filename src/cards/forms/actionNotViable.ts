import { actionFacts } from './actionOf.ts';
import { act, type Form } from './form.ts';

/** An action that makes no sense any more. The outcome is demanded, and the partners are told (HER-10.7). */
export const actionNotViable: Form = {
  name: 'actionNotViable',
  title: () => 'This action is no longer viable',
  height: 'medium',
  fields: (ctx) => [
    actionFacts(ctx),
    {
      kind: 'help',
      tone: 'warning',
      text: 'The partners in this case will be told, so that they can agree something else.',
    },
    {
      kind: 'multiline',
      name: 'outcome',
      label: 'What the outcome was',
      required: true,
      missing: 'Write what the outcome was',
      help: 'Say what happened instead, or what solved it.',
      maxLength: 2000,
      path: 'outcome',
    },
    { kind: 'multiline', name: 'note', label: 'Note', maxLength: 1000, path: 'note' },
  ],
  buttons: () => [{ press: 'send', title: 'End this action', style: 'destructive' }],
  build: (values, ctx) =>
    act('reportAction', {
      action: ctx.params.action ?? '',
      status: 'no_longer_viable',
      outcome: values['outcome'] ?? '',
      ...(values['note'] ? { note: values['note'] } : {}),
    }),
};
