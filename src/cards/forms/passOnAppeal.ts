import { act, caseOf, type Form } from './form.ts';

/** STF-12.2: the lead body passes the appeal on. The day the office has it starts its clocks. */
export const passOnAppeal: Form = {
  name: 'passOnAppeal',
  title: () => 'Pass the appeal on',
  height: 'small',
  fields: (ctx) => [
    {
      kind: 'help',
      text: `Send the appeal to ${caseOf(ctx).policy.settings['appeal.body']}. Record it here on the day it arrives there: the days for every step of the appeal count from then.`,
    },
  ],
  buttons: () => [{ press: 'send', title: 'It arrived there today', style: 'positive' }],
  build: () => act('passOnAppeal', {}),
};
