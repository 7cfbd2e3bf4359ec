import { sentBack } from '../../domain/appealStanding.ts';
import type { Letter } from '../document.ts';
import { APPEAL_ABOUT_WORDS, APPEAL_RESULT_WORDS } from '../plainWords.ts';
import { agencyNameOf } from '../../domain/whoIsWho.ts';
import { conditions } from './appealRights.ts';
import { afterAppeal, COMPLAINT_ROUTES } from './complaintRoutes.ts';
import { applicantName, closing, opening, sentence, type Writing } from './parts.ts';

/** The result of an appeal, who decided it and why, what follows, and the ways that stay open. */
export function appealOutcome(writing: Writing): Letter {
  const { view } = writing;
  const appeal = view.review.appeals.at(-1);
  const decided = appeal?.decided?.with;
  const assigned = appeal?.assigned?.with;
  const told = view.told.appeals.at(-1);
  const about = appeal?.about ?? 'threshold';
  const reopened = view.policy.appeal.upheldMakesMet && appeal?.about === 'threshold' && decided?.result === 'upheld';
  const again = appeal !== undefined && sentBack(view.review, view.policy) === appeal;
  return {
    title: 'The result of your appeal',
    paragraphs: [
      ...opening(writing, appeal?.with.by ?? applicantName(view)),
      `You appealed about ${APPEAL_ABOUT_WORDS[about]}. ${decided ? APPEAL_RESULT_WORDS[decided.result] : 'The result is:'}`,
      ...(assigned
        ? [
            `It was decided by ${assigned.decider.name}, for ${assigned.authority}${assigned.decider.second ? `, with ${assigned.decider.second.name} of ${assigned.decider.second.from}` : ''}.`,
          ]
        : []),
      ...(decided ? [`The reasons: ${sentence(decided.reasons)}`] : []),
      ...(decided?.result === 'criteria_not_met' ? conditions(view, about) : []),
      ...(decided?.referBack ?? []).map(
        (one) => `To be looked at again: ${one.for === 'process' ? 'the process' : 'the information'}: ${one.name}`,
      ),
      ...(decided?.recommendations ?? []).map(
        (one) => `Recommended to ${agencyNameOf(view.partnership, one.to)}: ${sentence(one.text)}`,
      ),
      ...(reopened
        ? ['Your case will now be reviewed. We will write to you about the next steps and the days we work to.']
        : []),
      ...(again
        ? [
            'The bodies that decided on your application now look at it again and decide once more. We will write to you with their decision.',
          ]
        : []),
      ...(told?.final ? ['This decision is final in this procedure. Other ways stay open.'] : []),
      `${afterAppeal(view)} ${COMPLAINT_ROUTES}`,
      ...closing(writing),
    ],
  };
}
