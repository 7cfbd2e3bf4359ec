import type { CaseView } from '../../domain/caseView.ts';
import { decide } from '../../domain/decide/index.ts';
import { CLOSED_AS, type ClosedAs } from '../../domain/words.ts';

/** Each way in which a case can end, and in plain words what it lacks; null where it can stand now. */
export function endingsOf(view: CaseView): { as: ClosedAs; lacks: string | null }[] {
  return CLOSED_AS.map((as) => ({ as, lacks: lacks(view, as) }));
}

/** Asked of the core itself, with all that a form can still supply taken as given. */
function lacks({ review, policy, calendar, today }: CaseView, as: ClosedAs): string | null {
  const supplied = {
    as,
    reason: 'asked',
    approvedBy: [{ name: 'asked', role: 'asked' }],
    ...(as === 'duplicate' ? { of: 'asked', covers: review.complaints.map((it) => it.ref) } : {}),
  };
  const decision = decide(review, { act: 'closeCase', on: today, with: supplied }, policy, calendar);
  return decision.kind === 'refused' ? decision.refusal.text : null;
}
