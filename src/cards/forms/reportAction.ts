import { actionFacts, actionOf } from './actionOf.ts';
import { choicesOf, oneOf } from './choices.ts';
import { act, errors, type Form } from './form.ts';

/** One form for an owner who comes by personal link: done, delayed or no longer viable. */
export const reportAction: Form = {
  name: 'reportAction',
  title: () => 'Report on your action',
  fields: (ctx) => [
    actionFacts(ctx),
    ...(actionOf(ctx)?.status === 'open'
      ? ([
          {
            kind: 'choice',
            name: 'how',
            label: 'How does it stand?',
            required: true,
            missing: 'Say how the action stands',
            expanded: true,
            choices: choicesOf({
              done: 'It is done',
              delayed: 'It is delayed',
              no_longer_viable: 'It no longer makes sense',
            }),
            path: 'status',
          },
          { kind: 'date', name: 'doneOn', label: 'If done: the day', latest: ctx.today, path: 'doneOn' },
          {
            kind: 'multiline',
            name: 'note',
            sometimes: true,
            label: 'Note, or why it is delayed',
            help: 'Leave out health details and the names of others.',
            maxLength: 2000,
            path: 'note',
          },
          {
            kind: 'multiline',
            name: 'outcome',
            label: 'If it no longer makes sense: what the outcome was',
            help: 'The partners in this case will be told.',
            maxLength: 2000,
            path: 'outcome',
          },
        ] as const)
      : [{ kind: 'help', tone: 'good', text: 'This action has ended. Nothing more is asked of you.' } as const]),
  ],
  buttons: (ctx) => (actionOf(ctx)?.status === 'open' ? [{ press: 'send', title: 'Send', style: 'positive' }] : []),
  build: (values, ctx) => {
    const status = oneOf(values['how'], ['done', 'delayed', 'no_longer_viable'] as const);
    if (!status) return errors({ how: 'Say how the action stands' });
    if (status === 'delayed' && !values['note']) return errors({ note: 'Write why it is delayed' });
    return act('reportAction', {
      action: ctx.params.action ?? '',
      status,
      ...(status === 'done' && values['doneOn'] ? { doneOn: values['doneOn'] } : {}),
      ...(values['note'] ? { note: values['note'] } : {}),
      ...(status === 'no_longer_viable' && values['outcome'] ? { outcome: values['outcome'] } : {}),
    });
  },
};
