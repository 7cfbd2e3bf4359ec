import { AGE_CHOICES, filled } from './choices.ts';
import type { Field } from './fields.ts';
import { ask, type Form, type FormContext } from './form.ts';

/** A senior manager's decision to review, to keep a vulnerable victim safe, with no application (HER-2.3). */
export const safeguarding: Form = {
  name: 'safeguarding',
  title: () => 'Open a safeguarding review',
  start: () => ({}),
  fields: (ctx) => [
    {
      kind: 'help',
      text: 'For a senior manager who decides that a vulnerable victim needs a review. No application is needed. Your name, rank and reason are recorded.',
    },
    ...decider(ctx),
    {
      kind: 'text',
      name: 'victimName',
      label: 'Victim’s full name',
      help: 'Leave it empty if it must not be recorded yet. It is never shown in the channel.',
      maxLength: 200,
      path: 'victim.name',
    },
    { kind: 'toggle', name: 'victimUnder18', label: 'Age', title: 'The victim is under 18' },
    {
      kind: 'toggle',
      name: 'victimHealth',
      label: 'Health',
      title: 'A health condition makes the victim more vulnerable',
    },
    { kind: 'choice', name: 'perpetratorAge', label: 'Age of the person responsible', choices: AGE_CHOICES },
    {
      kind: 'multiline',
      name: 'reason',
      label: 'Why a review is needed now',
      required: true,
      missing: 'Write why a review is needed',
      help: 'Say why this victim is vulnerable, without medical detail.',
      maxLength: 2000,
      path: 'reason',
    },
  ],
  hidden: (ctx, values) => ({ nonce: (values['nonce'] ?? ctx.nonce ?? '').slice(0, 100) }),
  buttons: () => [{ press: 'send', title: 'Open the review', style: 'positive' }],
  build: (values) => {
    return ask({
      do: 'openSafeguarding',
      once: values['nonce'] ?? '',
      ...(values['decidedBy'] ? { decidedBy: values['decidedBy'] } : {}),
      with: filled({
        reason: values['reason'],
        victim: filled({
          name: values['victimName'],
          under18: values['victimUnder18'] === 'true' ? true : undefined,
          healthVulnerability: values['victimHealth'] === 'true' ? true : undefined,
        }),
        perpetrator: values['perpetratorAge'] ? { age: values['perpetratorAge'] } : undefined,
      }),
    });
  },
};

/** The coordinator may write down what a senior manager decided; name, rank and body come from the directory. */
const decider = (ctx: FormContext): Field[] =>
  ctx.person.roles.includes('coordinator')
    ? [
        {
          kind: 'choice',
          name: 'decidedBy',
          label: 'Who decided it',
          help: 'A Community Safety Manager, a police inspector, or someone of that level or above.',
          required: true,
          missing: 'Choose the senior manager who decided it',
          choices: ctx.partnership.people
            .filter((person) => person.rank !== undefined)
            .map((person) => ({ value: person.id, title: `${person.name}, ${person.title}` })),
          path: 'decidedBy',
        },
      ]
    : [];
