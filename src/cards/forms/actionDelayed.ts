import { actionFacts } from './actionOf.ts';
import { act, type Form } from './form.ts';

/** Tells the coordinator that an action will be late, and why. The date and the steps to managers stay as they are. */
export const actionDelayed: Form = {
  name: 'actionDelayed',
  title: () => 'This action is delayed',
  height: 'medium',
  fields: (ctx) => [
    actionFacts(ctx),
    {
      kind: 'help',
      text: 'The date does not change by this. If it is not done in time your line manager is told as planned.',
    },
    {
      kind: 'multiline',
      name: 'note',
      label: 'Why, and when it will be done',
      required: true,
      missing: 'Write why it is delayed',
      help: 'Leave out health details and the names of others.',
      maxLength: 2000,
      path: 'note',
    },
  ],
  buttons: () => [{ press: 'send', title: 'Report the delay', style: 'positive' }],
  build: (values, ctx) =>
    act('reportAction', { action: ctx.params.action ?? '', status: 'delayed', note: values['note'] ?? '' }),
};
