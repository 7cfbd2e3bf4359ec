import { answerableFor } from '../whoIsWho.ts';
import type { Draft, StepContext } from './context.ts';

/** Actions that are still open, at whatever stage: an interim one is agreed before any plan, and stands first (HER-9.1). */
export function stepsOfActions({ review, partnership, spoc }: StepContext): Draft[] {
  if (review.stage === 'closed') return [];
  return review.actions
    .filter((action) => action.status === 'open')
    .map((action): Draft => {
      const who = answerableFor(action, partnership).map((person) => person.id);
      return {
        key: `action/${action.id}`,
        who: [...who, ...spoc.filter((id) => !who.includes(id))],
        words: `${action.interim ? 'Urgent action' : 'Action'} ${action.id}: report that it is done, or why not`,
        dueOn: action.dueOn,
        opens: { matter: `action/${action.id}` },
        ...(action.interim ? { urgent: 'interim' as const } : {}),
      };
    });
}
