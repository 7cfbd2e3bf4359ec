import { choicesOf, oneOf } from './choices.ts';
import { act, caseOf, errors, type Form, type FormContext } from './form.ts';

/** The call back after the plan: is the victim content, and what follows. */
export const followUp: Form = {
  name: 'followUp',
  title: (ctx) => (ofAppeal(ctx) ? 'Record the progress' : 'Record the follow-up'),
  height: 'medium',
  fields: (ctx) => [
    {
      kind: 'choice',
      name: 'result',
      label: ofAppeal(ctx) ? 'What the appeal recommended' : 'The victim',
      required: true,
      expanded: true,
      choices: choicesOf(
        ofAppeal(ctx)
          ? { satisfied: 'Is done or well under way', not_satisfied: 'Is not done', not_reached: 'Nobody answered' }
          : { satisfied: 'Is content', not_satisfied: 'Is not content', not_reached: 'Was not reached' },
      ),
      path: 'result',
    },
    {
      kind: 'choice',
      name: 'next',
      label: 'What follows',
      required: true,
      expanded: true,
      choices: choicesOf({
        close: ofAppeal(ctx) ? 'Nothing more is asked' : closed(ctx) ? 'The case stays closed' : 'Close the case',
        further_review: closed(ctx) ? 'Open it again for a further review' : 'Review it again',
        again: ofAppeal(ctx) ? 'Ask again later' : 'Call again later',
      }),
      path: 'next',
    },
    { kind: 'multiline', name: 'reason', label: 'Reason', maxLength: 1000, path: 'reason' },
  ],
  buttons: () => [{ press: 'send', title: 'Record it', style: 'positive' }],
  build: (values) => {
    const result = oneOf(values['result'], ['satisfied', 'not_satisfied', 'not_reached'] as const);
    const next = oneOf(values['next'], ['close', 'further_review', 'again'] as const);
    if (!result || !next) return errors({ result: 'Choose an answer' });
    return act('followUp', { result, next, ...(values['reason'] ? { reason: values['reason'] } : {}) });
  },
};

const closed = (ctx: FormContext): boolean => caseOf(ctx).review.stage === 'closed';

/** STF-10.1: progress on an appeal's recommendations, asked of the lead body; SHR-10.1: the victim is called. */
function ofAppeal(ctx: FormContext): boolean {
  const { policy } = caseOf(ctx);
  return policy.clocks.some((rule) => 'act' in rule.metBy && rule.metBy.act === 'follow_up' && rule.kind === 'request');
}
