import { choicesOf, oneOf } from './choices.ts';
import { act, caseOf, errors, type Form } from './form.ts';

/** A body says whether it accepts a recommendation. A no needs a reason (STAT-7). */
export const answerRecommendation: Form = {
  name: 'answerRecommendation',
  title: () => 'Answer a recommendation',
  height: 'medium',
  fields: (ctx) => {
    const one = caseOf(ctx).review.recommendations.find((it) => it.id === ctx.params.recommendation);
    return [
      one
        ? {
            kind: 'facts',
            facts: [
              { label: 'To', value: one.to },
              { label: 'Recommended', value: one.text },
            ],
          }
        : { kind: 'help', tone: 'warning', text: 'There is no such recommendation in this case.' },
      {
        kind: 'choice',
        name: 'answer',
        label: 'Answer',
        required: true,
        expanded: true,
        choices: choicesOf({ accepted: 'Accepted', declined: 'Declined' }),
        path: 'answer',
      },
      {
        kind: 'multiline',
        name: 'reason',
        sometimes: true,
        label: 'If declined: the reason',
        maxLength: 1000,
        path: 'reason',
      },
    ];
  },
  buttons: () => [{ press: 'send', title: 'Record the answer', style: 'positive' }],
  build: (values, ctx) => {
    const answer = oneOf(values['answer'], ['accepted', 'declined'] as const);
    if (!answer) return errors({ answer: 'Choose the answer' });
    return act('answerRecommendation', {
      recommendation: ctx.params.recommendation ?? '',
      answer,
      ...(values['reason'] ? { reason: values['reason'] } : {}),
    });
  },
};
