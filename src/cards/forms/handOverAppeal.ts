import { DOCUMENT_WORDS } from '../../documents/appealWords.ts';
import type { AppealDocument } from '../../domain/policy.ts';
import { choicesOf } from './choices.ts';
import type { Field } from './fields.ts';
import { act, again, caseOf, type Form, type FormContext, type Values } from './form.ts';

/** The documents that go to whoever decides. What is missing is asked about next: it is a finding, with its reason or without one. */
export const handOverAppeal: Form = {
  name: 'handOverAppeal',
  title: () => 'Hand over the documents',
  width: 'large',
  start: (ctx) => ({ have: listOf(ctx).join(',') }),
  fields: (ctx, values) =>
    listOf(ctx).length === 0
      ? [{ kind: 'help', text: 'This procedure lists no documents to hand over.' }]
      : documents(ctx, values),
  hidden: (_ctx, values) => ({ asked: values['asked'] === 'yes' ? 'yes' : '' }),
  buttons: (ctx) =>
    listOf(ctx).length === 0 ? [] : [{ press: 'send', title: 'Record the hand-over', style: 'positive' }],
  build: (values, ctx) => {
    const lacking = missing(ctx, values);
    if (lacking.length > 0 && values['asked'] !== 'yes') return again({ ...values, asked: 'yes' });
    return act('handOverAppeal', {
      documents: listOf(ctx).map((item) => ({
        item,
        available: !lacking.includes(item),
        ...(lacking.includes(item) && values[`why_${item}`] ? { reason: values[`why_${item}`] } : {}),
      })),
    });
  },
};

const documents = (ctx: FormContext, values: Values): Field[] => [
  {
    kind: 'help',
    text: 'Tick what you hand over. Take out the private data of other people first.',
  },
  {
    kind: 'multi',
    name: 'have',
    label: 'Documents handed over',
    path: 'documents',
    choices: choicesOf(Object.fromEntries(listOf(ctx).map((item) => [item, DOCUMENT_WORDS[item]]))),
  },
  ...(values['asked'] === 'yes'
    ? [
        {
          kind: 'help',
          tone: 'warning',
          text: 'Say why each of these is missing. Without a reason it is recorded as not explained.',
        } as const,
        ...missing(ctx, values).map(
          (item) =>
            ({
              kind: 'multiline',
              name: `why_${item}`,
              label: `${DOCUMENT_WORDS[item]}: why it is missing`,
              maxLength: 1000,
            }) as const,
        ),
      ]
    : []),
];

const listOf = (ctx: FormContext): AppealDocument[] => caseOf(ctx).policy.appeal.documents;

function missing(ctx: FormContext, values: Values): AppealDocument[] {
  const have = (values['have'] ?? '').split(',');
  return listOf(ctx).filter((item) => !have.includes(item));
}
