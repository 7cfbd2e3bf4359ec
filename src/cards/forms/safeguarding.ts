import { AGE_CHOICES, filled } from './choices.ts';
import { ask, errors, type Form } from './form.ts';

/** A senior manager's decision to review, to keep a vulnerable victim safe, with no application (HER-2.3). */
export const safeguarding: Form = {
  name: 'safeguarding',
  title: () => 'Open a safeguarding review',
  start: () => ({}),
  fields: () => [
    {
      kind: 'help',
      text: 'For a senior manager who decides that a vulnerable victim needs a review. No application is needed. Your name, rank and reason are recorded.',
    },
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
  buttons: () => [{ press: 'send', title: 'Open the review', style: 'positive' }],
  build: (values, ctx) => {
    const { rank, name } = ctx.person;
    if (rank === undefined)
      return errors({ form: 'Your rank is not in the directory. Ask the coordinator to have it added (HER-2.3).' });
    return ask({
      do: 'openSafeguarding',
      with: filled({
        by: { name, rank },
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
