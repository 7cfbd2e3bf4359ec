import { formatDay } from '../../calendar/isoDate.ts';
import { counted } from '../../documents/plainWords.ts';
import {
  canBeSettled,
  SETTLED_HOW,
  type SettledHow,
  type Undelivered,
  type UndeliveredThing,
} from '../../domain/undelivered.ts';
import { personOf } from '../../domain/whoIsWho.ts';
import { undeliveredWords } from '../undeliveredWords.ts';
import { choicesOf, oneOf } from './choices.ts';
import { ask, errors, type Form, type FormContext } from './form.ts';
import type { Field } from './fields.ts';

/** More would not fit into one dialog; what is seen to makes room for the next. */
const MOST = 6;
const MOST_SETTLED = 5;
const HOWS = Object.keys(SETTLED_HOW) as SettledHow[];

/** What did not go out, with what can be done about each: send it again, or say how it was seen to. */
export const undelivered: Form = {
  name: 'undelivered',
  title: (ctx) => `${ctx.view === null ? 'Convene' : ctx.view.reference}: what did not go out`,
  fields: (ctx) => {
    const { things, settled } = of(ctx);
    const more = things.length - MOST;
    return [
      things.length === 0
        ? { kind: 'help', tone: 'good', text: 'Everything has gone out, or will by itself.' }
        : {
            kind: 'help',
            text: 'Every date still runs. Where it is urgent, tell the person another way and note it here.',
          },
      ...things.slice(0, MOST).flatMap((it) => thingFields(ctx, it)),
      ...(more > 0 ? [{ kind: 'help', text: `${counted(more, 'more thing')} did not go out.` } as const] : []),
      ...(settled.length > 0 ? settledFields(ctx, settled) : []),
    ];
  },
  buttons: () => [],
  build: (values, ctx, press) => {
    const [what, number] = press.split(':');
    const thing = of(ctx).things.find(({ id }) => String(id) === number);
    if (thing === undefined) return errors({ form: 'This has gone out, or was seen to, in the meantime.' });
    if (what === 'again') return ask({ do: 'mendDelivery', id: thing.id, how: 'again' });
    const how = oneOf(values[howName(thing)], HOWS);
    if (how === undefined) return errors({ [howName(thing)]: 'Choose how you saw to it' });
    return ask({ do: 'mendDelivery', id: thing.id, how });
  },
};

const NONE: Undelivered = { things: [], settled: [] };
const of = (ctx: FormContext): Undelivered => ctx.undelivered ?? NONE;
const howName = ({ id }: UndeliveredThing): string => `how_${String(id)}`;

function thingFields(ctx: FormContext, it: UndeliveredThing): Field[] {
  const { what, to } = undeliveredWords(it.effect, ctx.partnership);
  const behind =
    it.behind > 0 ? [{ label: 'Behind it', value: `${counted(it.behind, 'more message')} of the same place` }] : [];
  const now = it.dead ? 'It will not be tried again by itself.' : 'It goes out by itself once this is mended.';
  return [
    { kind: 'heading', text: what },
    {
      kind: 'facts',
      facts: [
        { label: 'To', value: to },
        { label: 'Since', value: formatDay(it.since) },
        { label: 'Why', value: `${it.reason} ${now}`.trim() },
        ...behind,
      ],
    },
    ...(canBeSettled(it)
      ? [
          {
            kind: 'choice',
            name: howName(it),
            label: 'How it was seen to, if otherwise',
            choices: choicesOf(SETTLED_HOW),
          } satisfies Field,
        ]
      : []),
    {
      kind: 'buttons',
      buttons: [
        { press: `again:${String(it.id)}`, title: it.dead ? 'Send again' : 'Try again now' },
        ...(canBeSettled(it) ? [{ press: `otherwise:${String(it.id)}`, title: 'Done otherwise' }] : []),
      ],
    },
  ];
}

const settledFields = (ctx: FormContext, settled: Undelivered['settled']): Field[] => [
  { kind: 'heading', text: 'Seen to otherwise' },
  {
    kind: 'facts',
    facts: settled.slice(0, MOST_SETTLED).map(({ effect, by, how, on }) => {
      const { what, to } = undeliveredWords(effect, ctx.partnership);
      const who = personOf(ctx.partnership, by)?.name ?? 'somebody who has left';
      return { label: `${what} to ${to}`, value: `${how}: ${who}, ${formatDay(on)}` };
    }),
  },
];
