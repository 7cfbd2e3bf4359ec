import type { CaseView } from '../domain/caseView.ts';
import type { PlannedAction } from '../domain/caseReview.ts';

/** The plan as the victim may see it, and what was kept back: the choice of which is the core's (`victimCopy`). */
export function victimPlan(view: CaseView): { shown: PlannedAction[]; kept: PlannedAction[] } {
  const may = new Set(view.told.victimCopy);
  const { actions } = view.review;
  return {
    shown: actions.filter((action) => may.has(action.id)),
    kept: actions.filter((action) => !may.has(action.id)),
  };
}
