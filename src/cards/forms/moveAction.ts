import { formatDay } from '../../calendar/isoDate.ts';
import { actionFacts, actionOf } from './actionOf.ts';
import { act, caseOf, type Form } from './form.ts';

/** Gives an action another day, with a reason. It pauses the steps to managers and resets none (AMB-C5). */
export const moveAction: Form = {
  name: 'moveAction',
  title: () => 'Move the date of an action',
  height: 'medium',
  start: (ctx) => ({ which: actionOf(ctx)?.id ?? '', dueOn: '' }),
  fields: (ctx) => [
    ...(ctx.params.action === undefined
      ? [
          {
            kind: 'choice',
            name: 'which',
            label: 'Action',
            required: true,
            choices: caseOf(ctx)
              .review.actions.filter((one) => one.status === 'open')
              .map((one) => ({ value: one.id, title: `${one.title}, due ${formatDay(one.dueOn)}` })),
            path: 'action',
          } as const,
        ]
      : [actionFacts(ctx)]),
    { kind: 'date', name: 'dueOn', label: 'New day', required: true, earliest: ctx.today, path: 'dueOn' },
    { kind: 'text', name: 'reason', label: 'Reason', required: true, maxLength: 300, path: 'reason' },
  ],
  buttons: () => [{ press: 'send', title: 'Move it', style: 'positive' }],
  build: (values, ctx) =>
    act('moveAction', {
      action: ctx.params.action ?? values['which'] ?? '',
      dueOn: values['dueOn'] ?? '',
      reason: values['reason'] ?? '',
      by: ctx.person.name,
    }),
};
