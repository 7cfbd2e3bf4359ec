import type { CaseEvent } from './caseReview.ts';
import type { Partnership } from './directory.ts';
import type { Effect } from './effects.ts';
import { noticesTo } from './notices.ts';
import { coordinatorsOf } from './whoIsWho.ts';

/** An application that looks like earlier cases is told to the coordinators, whose alone those are; not to the one who knew when opening it. */
export const likenessTold = (
  { references, knownTo }: Extract<CaseEvent, { type: 'likenessFound' }>,
  caseId: string,
  partnership: Partnership,
): Effect[] =>
  noticesTo(
    coordinatorsOf(partnership).filter(({ id }) => id !== knownTo),
    { key: `${caseId}/likeness`, caseId, notice: { is: 'looksLike', references } },
  );
