import { act, caseOf, type Form } from './form.ts';

/** HER-12.3: the hearing. STF-12.7: the report is finished and talked through. */
export const hearAppeal: Form = {
  name: 'hearAppeal',
  title: () => 'Record the hearing',
  height: 'small',
  fields: (ctx) => {
    const { policy } = caseOf(ctx);
    const clock = policy.clocks.find(({ metBy }) => 'act' in metBy && metBy.act === 'heard');
    return [
      {
        kind: 'help',
        text: `Record it on the day it happens. ${clock ? `This is what counts as “${clock.label}”.` : 'It stands in the record.'}`,
      },
    ];
  },
  buttons: () => [{ press: 'send', title: 'It took place today', style: 'positive' }],
  build: () => act('hearAppeal', {}),
};
