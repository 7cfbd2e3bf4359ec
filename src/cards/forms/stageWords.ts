import { STAGE_WORDS } from '../../documents/plainWords.ts';
import type { CaseView } from '../../domain/caseView.ts';

/** Where the case stands and what is next, in a line. */
export function stageWords(view: CaseView): string {
  const next = view.steps[0];
  return `Stage: ${STAGE_WORDS[view.told.case.stage]}.${next ? ` Next: ${next.words}.` : ''}`;
}
