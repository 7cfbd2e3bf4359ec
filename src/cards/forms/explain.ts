import { formatDay, formatDayShort } from '../../calendar/isoDate.ts';
import { clockLabel } from '../../documents/procedureWords.ts';
import { citation } from '../citation.ts';
import { explain as explainClock } from '../../domain/explain.ts';
import type { Explanation } from '../../domain/told.ts';
import type { Field } from './fields.ts';
import { ask, caseOf, type Form, type FormContext } from './form.ts';

/** So many days are listed one by one; a longer count shows its first and last days. */
const MOST_DAYS = 40;

/** Why this date: the rule, what it counts from, and every day that mattered. */
export const explain: Form = {
  name: 'explain',
  title: () => 'Why this date',
  fields: (ctx) => {
    const view = caseOf(ctx);
    const known = view.told.clocks.find(
      (one) => one.id === ctx.params.clock && (!ctx.params.of || one.of === ctx.params.of),
    );
    if (!known) return [{ kind: 'help', tone: 'warning', text: 'There is no such date in this case.' }];
    const explanation = explainClock(view.review, view.policy, view.calendar, view.today, known.id, known.of);
    return explanation === null ? [] : told(ctx, explanation);
  },
  buttons: () => [],
  build: () => ask({ do: 'close' }),
};

function told(ctx: FormContext, it: Explanation): Field[] {
  const view = caseOf(ctx);
  return [
    {
      kind: 'facts',
      facts: [
        { label: 'What', value: `${clockLabel(view, it.clock)}${it.of ? `, ${it.of}` : ''}` },
        { label: 'Due', value: it.dueOn ? formatDay(it.dueOn) : 'no date' },
        ...ruleFact(citation(it.rule, view.policy)),
        ...(it.anchor ? [{ label: 'Counts from', value: `${formatDay(it.anchor.on)}: ${it.anchor.what}` }] : []),
      ],
    },
    { kind: 'help', text: it.words },
    ...(it.days.length > 0
      ? ([
          { kind: 'heading', text: 'Day by day' },
          { kind: 'facts', facts: dayFacts(it) },
        ] as const)
      : []),
    ...(it.readings.length > 0
      ? [
          { kind: 'heading', text: 'What the procedure leaves open' } as const,
          ...it.readings.map((one) => ({ kind: 'help', text: one.words }) as const),
        ]
      : []),
  ];
}

const ruleFact = (where: string | null) => (where === null ? [] : [{ label: 'Rule', value: where }]);

function dayFacts(it: Explanation): { label: string; value: string }[] {
  const facts = it.days.map((day) => ({ label: formatDayShort(day.on), value: day.note }));
  if (facts.length <= MOST_DAYS) return facts;
  const half = MOST_DAYS / 2;
  return [
    ...facts.slice(0, half),
    { label: '…', value: `${facts.length - MOST_DAYS} days more` },
    ...facts.slice(-half),
  ];
}
