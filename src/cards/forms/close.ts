import { CLOSED_WORDS, capital, counted } from '../../documents/plainWords.ts';
import type { ClosedAs } from '../../domain/words.ts';
import { choicesOf, oneOf } from './choices.ts';
import { act, caseOf, errors, type Form } from './form.ts';

const WAYS = Object.keys(CLOSED_WORDS) as ClosedAs[];

/** Ends the case. Refused as completed while an action is open. */
export const close: Form = {
  name: 'close',
  title: () => 'Close the case',
  height: 'medium',
  start: (ctx) => ({
    as:
      caseOf(ctx).told.threshold.decided === 'not_met'
        ? 'not_met'
        : caseOf(ctx).review.stage === 'plan'
          ? 'completed'
          : caseOf(ctx).told.threshold.decided === null && caseOf(ctx).review.declined
            ? 'refused'
            : '',
  }),
  fields: (ctx) => {
    const open = caseOf(ctx).review.actions.filter((one) => one.status === 'open').length;
    return [
      ...(open > 0
        ? [
            {
              kind: 'help',
              tone: 'warning',
              text: `${counted(open, 'action')} still open. The case cannot be closed as completed.`,
            } as const,
          ]
        : []),
      {
        kind: 'choice',
        name: 'as',
        label: 'It ends as',
        required: true,
        missing: 'Choose how it ends',
        choices: choicesOf(Object.fromEntries(WAYS.map((way) => [way, capital(CLOSED_WORDS[way])]))),
        path: 'as',
      },
      {
        kind: 'multiline',
        name: 'reason',
        label: 'Reason, in a sentence',
        required: true,
        maxLength: 1000,
        path: 'reason',
      },
      { kind: 'help', text: 'A last card is posted, then the channel is archived: everyone can still read it.' },
    ];
  },
  buttons: () => [{ press: 'send', title: 'Close the case', style: 'destructive' }],
  build: (values) => {
    const as = oneOf(values['as'], WAYS);
    return as ? act('closeCase', { as, reason: values['reason'] ?? '' }) : errors({ as: 'Choose how it ends' });
  },
};
