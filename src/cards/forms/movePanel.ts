import { formatDay } from '../../calendar/isoDate.ts';
import { ask, caseOf, type Form } from './form.ts';

/** Moves the panel: the same calendar events get the new time and everyone is told. */
export const movePanel: Form = {
  name: 'movePanel',
  title: () => 'Move the panel',
  height: 'medium',
  start: (ctx) => {
    const arranged = caseOf(ctx).review.panelArranged;
    return { day: arranged?.with.for ?? '', startsAt: arranged?.detail?.startsAt ?? '10:00' };
  },
  fields: (ctx) => {
    const arranged = caseOf(ctx).review.panelArranged;
    return [
      ...(arranged
        ? [
            {
              kind: 'facts',
              facts: [
                {
                  label: 'Now',
                  value: `${formatDay(arranged.with.for)}${arranged.detail ? `, ${arranged.detail.startsAt}` : ''}`,
                },
              ],
            } as const,
          ]
        : []),
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
      { kind: 'text', name: 'reason', label: 'Reason', maxLength: 300, path: 'reason' },
    ];
  },
  buttons: () => [
    { press: 'send', title: 'Move the panel', style: 'positive' },
    { press: 'open', title: 'Look for other times', opens: { dialog: 'proposeSlots' } },
  ],
  build: (values) =>
    ask({
      do: 'movePanel',
      day: values['day'] ?? '',
      startsAt: values['startsAt'] ?? '',
      ...(values['reason'] ? { reason: values['reason'] } : {}),
    }),
};
