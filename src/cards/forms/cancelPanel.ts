import { ask, type Form } from './form.ts';

/** Calls the panel off: both calendar events are cancelled and everyone is told. */
export const cancelPanel: Form = {
  name: 'cancelPanel',
  title: () => 'Call the panel off',
  height: 'small',
  fields: () => [
    { kind: 'help', tone: 'warning', text: 'Everyone invited is told. A new time must then be found.' },
    {
      kind: 'text',
      name: 'reason',
      label: 'Reason',
      required: true,
      help: 'Everyone invited reads it. Name no one.',
      maxLength: 300,
      path: 'reason',
    },
  ],
  buttons: () => [{ press: 'send', title: 'Call the panel off', style: 'destructive' }],
  build: (values) => ask({ do: 'cancelPanel', reason: values['reason'] ?? '' }),
};
