import { timelyWords } from '../../documents/appealWords.ts';
import { APPEAL_ABOUT_WORDS, APPEAL_RESULT_WORDS, capital } from '../../documents/plainWords.ts';
import type { With } from '../../domain/acts.ts';
import { lastAppeal } from '../../domain/appealStanding.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { agencyNameOf } from '../../domain/whoIsWho.ts';
import { choicesOf, oneOf } from './choices.ts';
import type { Field } from './fields.ts';
import { act, again, caseOf, errors, type Form, type FormContext, type Values } from './form.ts';

const MOST = 6;

/** What came of the appeal, as its decider says it. The coordinator records it here. */
export const decideAppeal: Form = {
  name: 'decideAppeal',
  title: () => 'Decision on the appeal',
  width: 'large',
  fields: (ctx, values) => [...standing(ctx), ...result(ctx), ...back(ctx), ...recommended(ctx, values)],
  hidden: (_ctx, values) => ({ rows: String(rowsOf(values)) }),
  buttons: (_ctx, values) => [
    { press: 'send', title: 'Record the decision', style: 'positive' },
    ...(rowsOf(values) < MOST ? [{ press: 'addRow', title: 'Add a recommendation', lenient: true }] : []),
  ],
  build: (values, ctx, press) => {
    if (press === 'addRow') return again({ ...values, rows: String(rowsOf(values) + 1) });
    const outcome = oneOf(values['result'], caseOf(ctx).policy.appeal.results);
    if (!outcome) return errors({ result: 'Choose what was decided' });
    const referBack = outcome === 'referred_back' ? referredBack(values) : [];
    if (outcome === 'referred_back' && referBack.length === 0)
      return errors({ backProcess: 'Say what is to be looked at again: the process, or the information' });
    const half = Array.from({ length: rowsOf(values) }, (_, at) => at + 1).find(
      (row) => Boolean(values[`recTo_${row}`]) !== Boolean(values[`recText_${row}`]),
    );
    if (half !== undefined)
      return errors({ [`recText_${half}`]: 'Say to whom it is addressed, and what is recommended' });
    const recommendations = recommendationsOf(values, caseOf(ctx));
    return act('decideAppeal', {
      result: outcome,
      reasons: values['reasons'] ?? '',
      ...(referBack.length > 0 ? { referBack } : {}),
      ...(recommendations.length > 0 ? { recommendations } : {}),
    });
  },
};

/** Against which facts the decider judged: in time or not, a ground made out or not. */
function standing(ctx: FormContext): Field[] {
  const view = caseOf(ctx);
  const appeal = lastAppeal(view.review);
  const told = view.told.appeals.at(-1);
  if (!appeal || !told) return [{ kind: 'help', tone: 'warning', text: 'There is no appeal in this case.' }];
  return [
    {
      kind: 'facts',
      facts: [
        { label: 'About', value: capital(APPEAL_ABOUT_WORDS[appeal.about]) },
        { label: 'Made', value: capital(timelyWords(told)) },
        {
          label: 'Reasons given',
          value: told.valid
            ? 'A reason of the procedure is named, and how it is met'
            : 'No reason of the procedure is named with its how',
        },
        { label: 'Decided by', value: appeal.assigned?.with.decider.name ?? 'Not recorded yet' },
      ],
    },
  ];
}

const result = (ctx: FormContext): Field[] => [
  {
    kind: 'choice',
    name: 'result',
    label: 'What was decided',
    required: true,
    expanded: true,
    missing: 'Choose what was decided',
    path: 'result',
    choices: choicesOf(
      Object.fromEntries(caseOf(ctx).policy.appeal.results.map((one) => [one, APPEAL_RESULT_WORDS[one]])),
    ),
  },
  {
    kind: 'multiline',
    name: 'reasons',
    label: 'Reasons',
    help: 'They stand in the letter. Write them plainly.',
    required: true,
    missing: 'Write the reasons',
    maxLength: 4000,
    path: 'reasons',
  },
];

const back = (ctx: FormContext): Field[] =>
  caseOf(ctx).policy.appeal.results.includes('referred_back')
    ? [
        { kind: 'heading', text: 'If it goes back: what is looked at again' },
        {
          kind: 'multiline',
          name: 'backProcess',
          sometimes: true,
          label: 'A process, policy or protocol',
          help: 'Name it.',
          maxLength: 500,
          path: 'referBack',
        },
        {
          kind: 'multiline',
          name: 'backInformation',
          sometimes: true,
          label: 'Information',
          help: 'Name it.',
          maxLength: 500,
        },
      ]
    : [];

const recommended = (ctx: FormContext, values: Values): Field[] =>
  Array.from({ length: rowsOf(values) }, (_, at) => at + 1).flatMap((row): Field[] => [
    { kind: 'heading', text: `Recommendation ${row}` },
    {
      kind: 'choice',
      name: `recTo_${row}`,
      label: `Recommendation ${row}: to`,
      choices: caseOf(ctx).partnership.agencies.map(({ id, name }) => ({ value: id, title: name })),
    },
    { kind: 'multiline', name: `recText_${row}`, label: `Recommendation ${row}: what is recommended`, maxLength: 1000 },
  ]);

const rowsOf = (values: Values): number => Math.min(MOST, Math.max(0, Math.trunc(Number(values['rows'])) || 0));

const referredBack = (values: Values): NonNullable<With<'decideAppeal'>['referBack']> => [
  ...(values['backProcess'] ? [{ for: 'process' as const, name: values['backProcess'] }] : []),
  ...(values['backInformation'] ? [{ for: 'information' as const, name: values['backInformation'] }] : []),
];

/** Numbered on from those of the panel, so that each can be answered for itself. */
function recommendationsOf(values: Values, view: CaseView): { id: string; to: string; text: string }[] {
  const last = Math.max(0, ...view.review.recommendations.map((it) => Number(/^r(\d+)$/.exec(it.id)?.[1] ?? 0)));
  return Array.from({ length: rowsOf(values) }, (_, at) => at + 1)
    .flatMap((row) => {
      const to = values[`recTo_${row}`];
      const text = values[`recText_${row}`];
      return to && text ? [{ to: agencyNameOf(view.partnership, to), text }] : [];
    })
    .map((it, at) => ({ id: `r${last + at + 1}`, ...it }));
}
