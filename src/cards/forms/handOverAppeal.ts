import { DOCUMENT_WORDS, lacking } from '../../documents/appealWords.ts';
import type { AppealDocument } from '../../domain/policy.ts';
import { choicesOf } from './choices.ts';
import type { Field } from './fields.ts';
import { act, again, caseOf, errors, type Form, type FormContext, type Values } from './form.ts';

/**
 * The documents that go to whoever decides. Nothing is ticked before a person ticks it; what the record shows cannot be there
 * is said so and not offered; for the rest that is missing a reason is asked (LLR-12.6, STF-12.10).
 */
export const handOverAppeal: Form = {
  name: 'handOverAppeal',
  title: () => 'Hand over the documents',
  width: 'large',
  start: () => ({ have: '' }),
  fields: (ctx, values) =>
    listOf(ctx).length === 0
      ? [{ kind: 'help', text: 'This procedure lists no documents to hand over.' }]
      : documents(ctx, values),
  hidden: (_ctx, values) => ({ asked: values['asked'] === 'yes' ? 'yes' : '' }),
  buttons: (ctx) =>
    listOf(ctx).length === 0 ? [] : [{ press: 'send', title: 'Record the hand-over', style: 'positive' }],
  build: (values, ctx) => {
    const missing = notTicked(ctx, values);
    if (missing.length > 0 && values['asked'] !== 'yes') return again({ ...values, asked: 'yes' });
    const unsaid = missing.filter((item) => (values[`why_${item}`] ?? '').trim() === '');
    if (unsaid.length > 0)
      return errors(Object.fromEntries(unsaid.map((item) => [`why_${item}`, 'Say why it is missing, or tick it'])));
    return act('handOverAppeal', { documents: listOf(ctx).map((item) => entry(ctx, item, values, missing)) });
  },
};

function entry(ctx: FormContext, item: AppealDocument, values: Values, missing: AppealDocument[]) {
  const why = lacking(caseOf(ctx), item);
  if (why !== null) return { item, available: false, reason: why };
  return missing.includes(item)
    ? { item, available: false, reason: (values[`why_${item}`] ?? '').trim() }
    : { item, available: true };
}

function documents(ctx: FormContext, values: Values): Field[] {
  const view = caseOf(ctx);
  const without = listOf(ctx).flatMap((item) => {
    const why = lacking(view, item);
    return why === null ? [] : [{ label: DOCUMENT_WORDS[item], value: why }];
  });
  return [
    { kind: 'help', text: 'Tick what you hand over. Take out the private data of other people first.' },
    {
      kind: 'multi',
      name: 'have',
      label: 'Documents handed over',
      path: 'documents',
      choices: choicesOf(Object.fromEntries(possible(ctx).map((item) => [item, DOCUMENT_WORDS[item]]))),
    },
    ...(without.length > 0
      ? [
          { kind: 'help', text: 'Not in this case, and recorded so:' } as const,
          { kind: 'facts', facts: without } as const,
        ]
      : []),
    ...(values['asked'] === 'yes' ? reasons(ctx, values) : []),
  ];
}

function reasons(ctx: FormContext, values: Values): Field[] {
  const missing = notTicked(ctx, values);
  if (missing.length === 0) return [];
  return [
    { kind: 'help', tone: 'warning', text: 'Say why each of these is missing. It goes to whoever decides.' },
    ...missing.map(
      (item) =>
        ({
          kind: 'multiline',
          name: `why_${item}`,
          label: `${DOCUMENT_WORDS[item]}: why it is missing`,
          maxLength: 1000,
        }) as const,
    ),
  ];
}

const listOf = (ctx: FormContext): AppealDocument[] => caseOf(ctx).policy.appeal.documents;
const possible = (ctx: FormContext): AppealDocument[] =>
  listOf(ctx).filter((item) => lacking(caseOf(ctx), item) === null);

function notTicked(ctx: FormContext, values: Values): AppealDocument[] {
  const have = (values['have'] ?? '').split(',');
  return possible(ctx).filter((item) => !have.includes(item));
}
