import { AGE_CHOICES, choicesOf, oneOf } from './choices.ts';
import { act, caseOf, errors, type Form } from './form.ts';

/** The risk to the victim, as a band. The scored questions stay in the record system. */
export const risk: Form = {
  name: 'risk',
  title: () => 'Record the risk',
  start: (ctx) => ({ at: STAGE[caseOf(ctx).review.stage] ?? 'review' }),
  fields: (ctx) => [
    {
      kind: 'help',
      text: 'Work through your risk assessment, then record the band. Any violence, real threat, self-harm or a child at risk makes it high. Only the band is shown to others.',
    },
    {
      kind: 'choice',
      name: 'at',
      label: 'This assessment is made',
      required: true,
      path: 'stage',
      choices: choicesOf({
        before_threshold: 'Before the threshold decision',
        review: 'For the review',
        closing: 'At the end',
      }),
    },
    {
      kind: 'choice',
      name: 'level',
      label: 'Risk to the victim',
      required: true,
      expanded: true,
      missing: 'Choose the risk',
      help: 'If it is high, act at once. Do not wait for the meeting.',
      path: 'level',
      choices: choicesOf({ standard: 'Standard', medium: 'Medium', high: 'High' }),
    },
    {
      kind: 'choice',
      name: 'perpetratorAge',
      label: 'Age of the person responsible, if you learned it',
      help: 'Under 18 asks for youth justice on the panel, where the procedure has it.',
      choices: AGE_CHOICES,
      path: 'perpetrator.age',
    },
    { kind: 'date', name: 'assessedOn', label: 'Day of the assessment', latest: ctx.today, path: 'assessedOn' },
    { kind: 'multiline', name: 'support', label: 'Support offered', maxLength: 1000, path: 'support' },
  ],
  buttons: () => [{ press: 'send', title: 'Record the risk', style: 'positive' }],
  build: (values) => {
    const stage = oneOf(values['at'], ['before_threshold', 'review', 'closing'] as const);
    const level = oneOf(values['level'], ['standard', 'medium', 'high'] as const);
    if (!stage || !level) return errors({ level: 'Choose the risk' });
    const age = oneOf(values['perpetratorAge'], ['under18', 'adult', 'unknown'] as const);
    return act(
      'assessRisk',
      { stage, level, ...(age ? { perpetrator: { age } } : {}) },
      {
        ...(values['support'] ? { support: values['support'] } : {}),
        ...(values['assessedOn'] ? { assessedOn: values['assessedOn'] } : {}),
      },
    );
  },
};
const STAGE: Partial<Record<string, string>> = { application: 'before_threshold', review: 'review', plan: 'closing' };
