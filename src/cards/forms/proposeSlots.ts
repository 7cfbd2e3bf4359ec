import { formatDay, formatDayShort } from '../../calendar/isoDate.ts';
import { personOf } from '../../domain/whoIsWho.ts';
import { counted } from '../../documents/plainWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { Slot } from '../../domain/workings.ts';
import type { Field } from './fields.ts';
import { ask, caseOf, type Built, type Form } from './form.ts';
import { chairField, lengthFields, lengthsStart } from './panelFields.ts';

/** Looks for meeting times in people's calendars, and lets the coordinator pick one of three. */
export const proposeSlots: Form = {
  name: 'proposeSlots',
  title: () => 'Find a time for the panel',
  height: 'medium',
  start: lengthsStart,
  fields: (ctx) => [
    {
      kind: 'help',
      text: 'We look at free and busy times only. A calendar that cannot be seen counts as not known, never as free.',
    },
    ...lengthFields(ctx),
    chairField(ctx),
    ...found(caseOf(ctx)),
  ],
  buttons: (ctx) => [
    {
      press: 'find',
      title: caseOf(ctx).workings.slots ? 'Look again' : 'Look for times',
      ...(caseOf(ctx).workings.slots ? {} : { style: 'positive' as const }),
    },
    ...(caseOf(ctx).workings.slots?.slots ?? []).map((slot, at) => ({
      press: `pick/${at}/${slot.day}/${slot.startsAt}`,
      title: `Take ${formatDay(slot.day)}, ${slot.startsAt}`,
      lenient: true,
    })),
  ],
  build: (values, _ctx, press) =>
    press.startsWith('pick/')
      ? picked(press)
      : ask({
          do: 'proposeSlots',
          minutes: Number(values['minutes']),
          openMinutes: Number(values['openMinutes'] ?? '0'),
          chair: values['chair'] || undefined,
        }),
};

/** The button names the time that it showed, so that nobody takes another one that was proposed since. */
function picked(press: string): Built {
  const [, slot = '', day = '', startsAt = ''] = press.split('/');
  return ask({ do: 'pickSlot', slot: Number(slot), day, startsAt });
}

function found(view: CaseView): Field[] {
  const { slots } = view.workings;
  if (!slots) return [];
  return [
    { kind: 'heading', text: slots.slots.length > 0 ? 'Times that suit most' : 'No time found' },
    { kind: 'help', text: slots.why },
    ...(slots.slots.length > 0
      ? [
          {
            kind: 'facts',
            facts: slots.slots.map((slot) => ({
              label: `${formatDayShort(slot.day)}, ${slot.startsAt}`,
              value: who(view, slot),
            })),
          } as const,
        ]
      : []),
  ];
}

function who(view: CaseView, slot: Slot): string {
  const busy = slot.busy.length > 0 ? `; busy: ${slot.busy.map((id) => nameOf(view, id)).join(', ')}` : '';
  const unknown =
    slot.unknown.length > 0 ? `; not known: ${slot.unknown.map((id) => nameOf(view, id)).join(', ')}` : '';
  return `${counted(slot.free.length, 'person', 'people')} free${busy}${unknown}`;
}

const nameOf = (view: CaseView, id: string): string => personOf(view.partnership, id)?.name ?? id;
