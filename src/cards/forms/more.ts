import { mayAct } from '../../domain/authority.ts';
import { ask, caseOf, errors, type Form } from './form.ts';
import type { Field } from './fields.ts';
import { possibleNow } from './possible.ts';
import { VERBS, type Verb } from '../verbs.ts';
import { stageWords } from './stageWords.ts';

/** Everything this person can do in the case now, as buttons by what it is about. */
export const more: Form = {
  name: 'more',
  title: (ctx) => `${caseOf(ctx).reference}: what you can do now`,
  fields: (ctx) => {
    const view = caseOf(ctx);
    const groups = possibleNow(view, ctx.person).map((group) => ({
      ...group,
      things: group.things.filter(
        (one) => mayAct(ctx.person, one.doing, view.review, view.partnership, one.about) === null,
      ),
    }));
    const fields = groups
      .filter((group) => group.things.length > 0)
      .flatMap((group): Field[] => [
        { kind: 'heading', text: group.title },
        {
          kind: 'buttons',
          buttons: group.things.map(({ press, title, opens }) => ({ press, title, ...(opens ? { opens } : {}) })),
        },
      ]);
    const mends = mayAct(ctx.person, 'mendDelivery', view.review, view.partnership) === null;
    if (mends) fields.push(...DELIVERY);
    return fields.length > 0
      ? [{ kind: 'help', text: stageWords(view) }, ...fields]
      : [
          {
            kind: 'help',
            text: 'There is nothing for you to do in this case now. The card in the channel shows how it stands.',
          },
        ];
  },
  buttons: () => [],
  build: (_values, ctx, press) => {
    const verb = press.slice('verb:'.length);
    if (!press.startsWith('verb:') || !isVerb(verb)) return errors({ form: 'Choose one of the buttons' });
    return ask({ do: 'verb', verb, data: { caseId: caseOf(ctx).reference, v: ctx.params.v } });
  },
};

/** At every stage, and of a closed case too: what was to go out is owed all the same. */
const DELIVERY: Field[] = [
  { kind: 'heading', text: 'Delivery' },
  {
    kind: 'buttons',
    buttons: [{ press: 'open', title: 'What did not go out', opens: { dialog: 'undelivered' } }],
  },
];

const isVerb = (verb: string): verb is Verb => Object.hasOwn(VERBS, verb);
