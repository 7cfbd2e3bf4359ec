import { requestLabel } from '../../documents/procedureWords.ts';
import { formatDay } from '../../calendar/isoDate.ts';
import type { ReturnRequest } from '../../domain/caseReview.ts';
import { agencyNameOf } from '../../domain/whoIsWho.ts';
import type { Field } from './fields.ts';
import { ask, caseOf, type Form, type FormContext } from './form.ts';
import { sentValues } from './returnValues.ts';
import { sectionFields, sectionsOf } from './returnSections.ts';

/** An agency's return as it was sent, for reading by that agency and the coordinator. What is half filled stays the agency's own. */
export const readReturn: Form = {
  name: 'readReturn',
  title: (ctx) => `${requestLabel(caseOf(ctx), ctx.params.kind ?? 'review')}: answer`,
  width: 'large',
  fields: (ctx) => {
    const agency = agencyNameOf(caseOf(ctx).partnership, ctx.params.agency ?? '');
    const { sent } = ctx;
    if (sent === undefined) return [{ kind: 'help', text: `${agency} has not answered yet.${begun(ctx, 'A form')}` }];
    const values = sentValues(sent, ctx);
    return [
      { kind: 'facts', facts: [{ label: 'From', value: agency }, ...sentFacts(sent)] },
      ...sectionsOf(ctx).flatMap((section) => sectionFields(section, ctx, values, true)),
      ...(begun(ctx, 'A change') === '' ? [] : [{ kind: 'help', text: begun(ctx, 'A change').trim() } satisfies Field]),
    ];
  },
  buttons: () => [],
  build: () => ask({ do: 'close' }),
};

const begun = ({ begunOn }: FormContext, what: string): string =>
  begunOn === undefined ? '' : ` ${what} was begun on ${formatDay(begunOn)} and has not been sent.`;

function sentFacts({ firstOn, firstBy, on, by, amended }: Answer): { label: string; value: string }[] {
  const when = (day: string, who: Answer['by']) => `${formatDay(day)}${who === undefined ? '' : ` by ${who.name}`}`;
  return [
    { label: 'Sent', value: when(firstOn, firstBy) },
    ...(amended === true ? [{ label: 'Changed', value: when(on, by) }] : []),
  ];
}
type Answer = NonNullable<ReturnRequest['answer']>;
