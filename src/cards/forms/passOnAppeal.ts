import type { CaseView } from '../../domain/caseView.ts';
import { act, caseOf, type Form } from './form.ts';

/** AMB-C13: what came to us goes on to whoever decides. STF-12.2: the day the office has it starts its clocks. */
export const passOnAppeal: Form = {
  name: 'passOnAppeal',
  title: () => 'Pass the appeal on',
  height: 'small',
  fields: (ctx) => [
    {
      kind: 'help',
      text: `Send the appeal to ${caseOf(ctx).policy.settings['appeal.body']}. Record it here on the day it arrives there.${counts(caseOf(ctx))}`,
    },
  ],
  buttons: () => [{ press: 'send', title: 'It arrived there today', style: 'positive' }],
  build: () => act('passOnAppeal', {}),
};

const counts = ({ policy }: CaseView): string =>
  policy.clocks.some((it) => it.from === 'office_received')
    ? ' The days for every step of the appeal count from then.'
    : ' An appeal that was made in time stays in time, wherever it was sent.';
