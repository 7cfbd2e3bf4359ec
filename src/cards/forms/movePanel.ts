import { formatDay } from '../../calendar/isoDate.ts';
import type { Field } from './fields.ts';
import { ask, caseOf, type Form, type FormContext } from './form.ts';
import { chairField, lengthFields, lengthsStart } from './panelFields.ts';

/** Sets the panel to a day of the coordinator's own choosing. The same calendar events get the new time and everyone is told. */
export const movePanel: Form = {
  name: 'movePanel',
  title: (ctx) => (caseOf(ctx).review.panelArranged ? 'Move the panel' : 'Set the day of the panel'),
  start: (ctx) => {
    const arranged = caseOf(ctx).review.panelArranged;
    return { day: arranged?.with.for ?? '', startsAt: arranged?.detail?.startsAt ?? '10:00', ...lengthsStart(ctx) };
  },
  fields: (ctx) => [
    ...now(ctx),
    { kind: 'date', name: 'day', label: 'New day', required: true, earliest: ctx.today, path: 'for' },
    {
      kind: 'text',
      style: 'time',
      name: 'startsAt',
      label: 'New start, London time',
      help: 'Like 14:30.',
      required: true,
      maxLength: 5,
      path: 'startsAt',
    },
    ...lengthFields(ctx),
    chairField(ctx),
  ],
  buttons: () => [
    { press: 'send', title: 'Set this time', style: 'positive' },
    { press: 'open', title: 'Look for other times', opens: { dialog: 'proposeSlots' } },
  ],
  build: (values) =>
    ask({
      do: 'movePanel',
      day: values['day'] ?? '',
      startsAt: values['startsAt'] ?? '',
      minutes: Number(values['minutes']),
      openMinutes: Number(values['openMinutes'] ?? '0'),
      chair: values['chair'] || undefined,
    }),
};

function now(ctx: FormContext): Field[] {
  const arranged = caseOf(ctx).review.panelArranged;
  if (!arranged) return [];
  const at = arranged.detail ? `, ${arranged.detail.startsAt}` : '';
  return [{ kind: 'facts', facts: [{ label: 'Now', value: `${formatDay(arranged.with.for)}${at}` }] }];
}
