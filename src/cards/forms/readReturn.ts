import { requestLabel } from '../../documents/procedureWords.ts';
import { agencyNameOf } from '../../domain/whoIsWho.ts';
import { ask, caseOf, type Form } from './form.ts';
import { returnStart } from './returnValues.ts';
import { sectionFields, sectionsOf } from './returnSections.ts';

/** An agency's answer, for reading by that agency and the coordinator. */
export const readReturn: Form = {
  name: 'readReturn',
  title: (ctx) => `${requestLabel(caseOf(ctx), ctx.params.kind ?? 'review')}: answer`,
  width: 'large',
  fields: (ctx) => {
    const view = caseOf(ctx);
    const agency = agencyNameOf(view.partnership, ctx.params.agency ?? '');
    if (!ctx.agencyReturn) return [{ kind: 'help', text: `${agency} has not answered yet.` }];
    const values = returnStart(ctx);
    return [
      {
        kind: 'facts',
        facts: [
          { label: 'From', value: agency },
          { label: 'Saved', value: ctx.agencyReturn.savedOn },
        ],
      },
      ...sectionsOf(ctx).flatMap((section) => sectionFields(section, ctx, values, true)),
    ];
  },
  buttons: () => [],
  build: () => ask({ do: 'close' }),
};
