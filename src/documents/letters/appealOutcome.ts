import { sentBack } from '../../domain/appealStanding.ts';
import type { Letter } from '../document.ts';
import { APPEAL_ABOUT_WORDS, APPEAL_RESULT_WORDS } from '../plainWords.ts';
import { agencyNameOf } from '../../domain/whoIsWho.ts';
import { applicantName, closing, opening, type Writing } from './parts.ts';

/** The result of an appeal, with reasons, and what follows. */
export function appealOutcome(writing: Writing): Letter {
  const { view } = writing;
  const appeal = view.review.appeals.at(-1);
  const decided = appeal?.decided?.with;
  const told = view.told.appeals.at(-1);
  const reopened = view.policy.appeal.upheldMakesMet && appeal?.about === 'threshold' && decided?.result === 'upheld';
  const again = appeal !== undefined && sentBack(view.review, view.policy) === appeal;
  return {
    title: 'The result of your appeal',
    paragraphs: [
      ...opening(writing, appeal?.with.by ?? applicantName(view)),
      `You appealed about ${APPEAL_ABOUT_WORDS[appeal?.about ?? 'threshold']}. ${decided ? APPEAL_RESULT_WORDS[decided.result] : 'The result is:'}`,
      `The reasons: ${decided?.reasons ?? ''}`,
      ...(decided?.referBack ?? []).map(
        (one) => `To be looked at again: ${one.for === 'process' ? 'the process' : 'the information'}: ${one.name}`,
      ),
      ...(decided?.recommendations ?? []).map(
        (one) => `Recommended to ${agencyNameOf(view.partnership, one.to)}: ${one.text}`,
      ),
      ...(reopened
        ? ['Your case will now be reviewed. We will write to you about the next steps and the days we work to.']
        : []),
      ...(again
        ? [
            'The bodies that decided on your application now look at it again and decide once more. We will write to you with their decision.',
          ]
        : []),
      told?.final
        ? 'This decision is final: there is no further appeal in this procedure.'
        : 'If you are unhappy with how the appeal was handled, you can use the complaint procedure of the body that decided it. We can tell you how.',
      ...closing(writing),
    ],
  };
}
