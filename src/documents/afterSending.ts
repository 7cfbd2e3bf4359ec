import type { CaseView } from '../domain/caseView.ts';
import { evolve } from '../domain/evolve.ts';
import { tell } from '../domain/tell.ts';
import type { Told } from '../domain/told.ts';
import type { LetterName } from '../domain/words.ts';
import type { SentLetter } from '../domain/caseReview.ts';

/** What will be told of the case once this letter has gone today: its dates are the engine's, never counted here. */
export function afterSending(view: CaseView, letter: LetterName, by: SentLetter['by'], clock?: string): Told {
  const sent = {
    type: 'letterSent',
    act: 'sendLetter',
    on: view.today,
    with: { letter, by, ...(clock === undefined ? {} : { clock }) },
  } as const;
  return tell(evolve(view.review, sent, view.review), view.policy, view.calendar, view.today);
}
