import { maySee, mayAct, type Doing, type Subject } from './authority.ts';
import type { CaseReview } from './caseReview.ts';
import type { Partnership, Person } from './directory.ts';
import { unknownCase, type Refusal } from './refusals.ts';

/** What somebody wants of a case, so that their right to it can be looked up before they hear anything of the case. */
export interface Want {
  doing: Doing;
  about?: Subject;
}
export type Wants = readonly [Want, ...Want[]];

/**
 * The one gate: null where this person may do all that they want in this case. Whoever has no reason in the case hears the
 * same sentence as of a case that does not exist (`review` null), and nothing else; a member hears what their part is not.
 */
export function admit(who: Person, wants: Wants, review: CaseReview | null, partnership: Partnership): Refusal | null {
  if (review === null) return unknownCase();
  for (const { doing, about } of wants) {
    const no = mayAct(who, doing, review, partnership, about);
    if (no !== null) return maySee(who, review, partnership) ? no : unknownCase();
  }
  return null;
}
