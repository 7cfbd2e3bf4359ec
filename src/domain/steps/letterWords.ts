import type { CaseReview } from '../caseReview.ts';
import type { LetterName } from '../words.ts';

/** " (CT4)" for a letter that the procedure numbers; nothing for one that goes by its plain name. */
export const numbered = (letter: LetterName): string => (/^(CT|Letter )/.test(letter) ? ` (${letter})` : '');

/** Recommendations go by their place in the plan: their ids are the record's own. */
export const recommendationNumber = (review: Pick<CaseReview, 'recommendations'>, id: string): number =>
  review.recommendations.findIndex((it) => it.id === id) + 1;
