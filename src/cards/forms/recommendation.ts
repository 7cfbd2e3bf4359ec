import { ask, caseOf, type Form } from './form.ts';

/** A recommendation to a body: it must have regard to it and say yes, or no with reasons (STAT-7). */
export const recommendation: Form = {
  name: 'recommendation',
  title: () => 'Add a recommendation',
  height: 'medium',
  fields: (ctx) => [
    {
      kind: 'choice',
      name: 'to',
      label: 'To',
      required: true,
      missing: 'Choose the body',
      choices: caseOf(ctx).partnership.agencies.map((agency) => ({ value: agency.id, title: agency.name })),
      path: 'to',
    },
    {
      kind: 'multiline',
      name: 'text',
      label: 'What is recommended',
      required: true,
      help: 'You send it to the body, and record what it answers: accepted, or declined with a reason.',
      maxLength: 1000,
      path: 'text',
    },
  ],
  buttons: () => [{ press: 'send', title: 'Add it', style: 'positive' }],
  build: (values) => ask({ do: 'recommend', to: values['to'] ?? '', text: values['text'] ?? '' }),
};
