import { CLOSED_WORDS, capital } from '../../documents/plainWords.ts';
import { isUntold } from '../../domain/closing.ts';
import { secondedBecause } from '../../domain/decide/closeCase.ts';
import { periodWords } from '../../domain/explain.ts';
import type { ClosedAs } from '../../domain/words.ts';
import { approver } from './approver.ts';
import { choicesOf, filled, oneOf, peopleChoices } from './choices.ts';
import { coversFields, withdrawalFacts } from './closeOf.ts';
import { endingsOf } from './endingsOf.ts';
import type { Field } from './fields.ts';
import { act, again, caseOf, errors, type Form, type FormContext, type Values } from './form.ts';

/** Ends the case in one of the ways that can stand now, and asks for what that way needs (STAT-13). */
export const close: Form = {
  name: 'close',
  title: () => 'Close the case',
  height: 'medium',
  start: (ctx) => ({ as: usual(ctx) ?? '' }),
  hidden: (ctx, values) => ({ as: endingIn(ctx, values) ?? '' }),
  fields: (ctx, values) => {
    const as = endingIn(ctx, values);
    return as === undefined ? choosing(ctx) : ending(ctx, as);
  },
  buttons: (ctx, values) => {
    if (endingIn(ctx, values) === undefined)
      return possible(ctx).length > 0 ? [{ press: 'choose', title: 'Go on', style: 'positive' }] : [];
    return [
      { press: 'send', title: 'Close the case', style: 'destructive' },
      { press: 'other', title: 'It ends another way', lenient: true },
    ];
  },
  build: (values, ctx, press) => {
    if (press === 'other') return again({ ...values, as: '' });
    if (press === 'choose') return again({ ...values, as: values['way'] ?? '' });
    const as = endingIn(ctx, values);
    if (as === undefined) return errors({ form: 'Choose how it ends' });
    const by = approver(caseOf(ctx), values['approvedBy']);
    return act('closeCase', {
      as,
      reason: values['reason'] ?? '',
      ...(by ? { approvedBy: [by] } : {}),
      ...(as === 'duplicate' ? { ...filled({ of: values['of'] }), covers: listOf(values['covers']) } : {}),
    });
  },
};

const listOf = (value: string | undefined): string[] => (value ?? '').split(',').filter((one) => one !== '');

const possible = (ctx: FormContext): ClosedAs[] =>
  endingsOf(caseOf(ctx)).flatMap(({ as, lacks }) => (lacks === null ? [as] : []));

/** The way that was chosen, if it can stand. */
const endingIn = (ctx: FormContext, values: Values): ClosedAs | undefined => oneOf(values['as'], possible(ctx));

/** The way in which the case has come to its end by itself; none where that is for a person to say. */
const usual = (ctx: FormContext): ClosedAs | undefined =>
  (['withdrawn', 'completed', 'not_met', 'refused'] as const).find((as) => possible(ctx).includes(as));

function choosing(ctx: FormContext): Field[] {
  const ways = possible(ctx);
  const barred = endingsOf(caseOf(ctx)).flatMap(({ as, lacks }) => (lacks === null ? [] : [{ as, lacks }]));
  const words = (as: ClosedAs) => capital(CLOSED_WORDS[as]);
  return [
    ...(ways.length > 0
      ? [
          {
            kind: 'choice',
            name: 'way',
            label: 'It ends as',
            required: true,
            expanded: true,
            missing: 'Choose how it ends',
            choices: choicesOf(Object.fromEntries(ways.map((as) => [as, words(as)]))),
          } as const,
        ]
      : [{ kind: 'help', tone: 'warning', text: 'This case cannot be closed yet.' } as const]),
    ...(barred.length > 0
      ? [
          { kind: 'heading', text: 'What cannot stand yet, and why' } as const,
          { kind: 'facts', facts: barred.map(({ as, lacks }) => ({ label: words(as), value: lacks })) } as const,
        ]
      : []),
  ];
}

function ending(ctx: FormContext, as: ClosedAs): Field[] {
  const view = caseOf(ctx);
  const because = secondedBecause(view.review);
  return [
    { kind: 'facts', facts: [{ label: 'It ends as', value: capital(CLOSED_WORDS[as]) }, ...withdrawalFacts(view, as)] },
    ...(as === 'duplicate' ? coversFields(view) : []),
    {
      kind: 'multiline',
      name: 'reason',
      label: 'Reason, in a sentence',
      ...(as === 'completed' ? { help: 'It goes into the letter to the applicant.' } : {}),
      required: true,
      maxLength: 1000,
      path: 'reason',
    },
    ...(because === null
      ? []
      : [
          {
            kind: 'choice',
            name: 'approvedBy',
            label: 'Approved by',
            help: `${because}, so a second person must approve the closing.`,
            required: true,
            missing: 'Choose who approves the closing',
            path: 'approvedBy',
            choices: peopleChoices(view, (one) => one.roles.includes('senior_manager') && one.id !== ctx.person.id),
          } as const,
        ]),
    { kind: 'help', text: afterwards(ctx, as) },
  ];
}

/** What follows, as it will be. */
function afterwards(ctx: FormContext, as: ClosedAs): string {
  if (!isUntold(as)) return 'A last card is posted, then the channel is archived: everyone can still read it.';
  const within = periodWords(caseOf(ctx).policy.settings['closing.letter']);
  return `The applicant is then to be told when and why, by letter within ${within}. When that letter is marked as sent, the channel is archived: everyone can still read it.`;
}
