import { MEANS } from '../../domain/words.ts';
import { capital, MEANS_WORDS } from '../../documents/plainWords.ts';
import { choicesOf, filled, oneOf } from './choices.ts';
import { act, caseOf, errors, type Form } from './form.ts';

/** STAT-13: what the applicant said about no longer wanting the review. The case is closed in a step of its own. */
export const recordWithdrawal: Form = {
  name: 'recordWithdrawal',
  title: () => 'The applicant withdraws',
  height: 'medium',
  fields: (ctx) => [
    {
      kind: 'help',
      text: `Record it only when ${caseOf(ctx).review.application?.with.applicant.role === 'representative' ? 'the victim or the representative' : 'the victim'} has said so. That nobody answers is not a withdrawal. The case stays open until it is closed as withdrawn.`,
    },
    {
      kind: 'choice',
      name: 'by',
      label: 'Who said so',
      required: true,
      expanded: true,
      path: 'by',
      choices: choicesOf({ victim: 'The victim', representative: 'Somebody who speaks for the victim' }),
    },
    {
      kind: 'choice',
      name: 'means',
      label: 'How it was said',
      required: true,
      path: 'means',
      choices: choicesOf(Object.fromEntries(MEANS.map((one) => [one, capital(MEANS_WORDS[one])]))),
    },
    {
      kind: 'multiline',
      name: 'words',
      label: 'What was said',
      help: 'Shown to whoever closes the case. It goes into no letter.',
      maxLength: 2000,
      path: 'words',
    },
  ],
  buttons: () => [{ press: 'send', title: 'Record the withdrawal', style: 'positive' }],
  build: (values) => {
    const by = oneOf(values['by'], ['victim', 'representative'] as const);
    const means = oneOf(values['means'], MEANS);
    if (!by) return errors({ by: 'Choose who said so' });
    if (!means) return errors({ means: 'Choose how it was said' });
    return act('recordWithdrawal', { by, means, ...filled({ words: values['words'] }) });
  },
};
