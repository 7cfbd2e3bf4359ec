import { ask, caseOf, type Form } from './form.ts';
import { expectOf, meetingSeen, seen } from './meetingSeen.ts';

/** What the panel found, in a few sentences. */
export const findings: Form = {
  name: 'findings',
  title: () => 'What the panel found',
  start: (ctx) => ({ findings: caseOf(ctx).workings.meeting?.findings ?? '', ...meetingSeen(ctx) }),
  hidden: (_ctx, values) => seen(values),
  fields: () => [
    {
      kind: 'multiline',
      name: 'findings',
      label: 'Findings',
      help: 'What happened, what was done well, what was missed. It goes into the minutes, for the panel alone. The outcome letter says of it only what you write into that letter.',
      required: true,
      maxLength: 6000,
      path: 'findings',
    },
  ],
  buttons: () => [{ press: 'send', title: 'Save the findings', style: 'positive' }],
  build: (values) => ask({ do: 'setFindings', findings: values['findings'] ?? '', expect: expectOf(values) }),
};
