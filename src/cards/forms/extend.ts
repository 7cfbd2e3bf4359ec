import { formatDay } from '../../calendar/isoDate.ts';
import { clockLabel } from '../../documents/procedureWords.ts';
import { extendableClocks } from './possible.ts';
import { act, caseOf, type Form, type FormContext } from './form.ts';

/** More time for a clock that the procedure lets be extended; the victim is then told how it stands at set times. */
export const extend: Form = {
  name: 'extend',
  title: () => 'Ask for more time',
  height: 'medium',
  start: (ctx) => ({ about: ctx.params.clock ?? openClocks(ctx)[0]?.id ?? '' }),
  fields: (ctx) =>
    openClocks(ctx).length === 0
      ? [{ kind: 'help', tone: 'warning', text: 'The procedure gives no more time for any date that runs now.' }]
      : [
          {
            kind: 'help',
            text: 'The first date is kept in the record. The victim must be told why, and how the case stands while it is open.',
          },
          {
            kind: 'choice',
            name: 'about',
            label: 'More time for',
            required: true,
            path: 'clock',
            choices: openClocks(ctx).map((clock) => ({
              value: clock.id,
              title: `${clockLabel(caseOf(ctx), clock.id)}${clock.dueOn ? `, due ${formatDay(clock.dueOn)}` : ''}`,
            })),
          },
          { kind: 'multiline', name: 'reason', label: 'Reason', required: true, maxLength: 1000, path: 'reason' },
        ],
  buttons: (ctx) =>
    openClocks(ctx).length === 0 ? [] : [{ press: 'send', title: 'Record more time', style: 'positive' }],
  build: (values, ctx) =>
    act('extendClock', { clock: values['about'] ?? '', reason: values['reason'] ?? '', by: ctx.person.name }),
};

function openClocks(ctx: FormContext) {
  const open = extendableClocks(caseOf(ctx));
  return open.filter((clock, at) => open.findIndex((other) => other.id === clock.id) === at);
}
