import { formatDay } from '../../calendar/isoDate.ts';
import type { PlannedAction } from '../../domain/caseReview.ts';
import type { Field } from './fields.ts';
import { caseOf, type FormContext } from './form.ts';

/** The action a dialog is about, looked up in the record. */
export const actionOf = (ctx: FormContext): PlannedAction | undefined =>
  caseOf(ctx).review.actions.find((one) => one.id === ctx.params.action);

/** What is being reported on: so that nobody ticks off the wrong thing. */
export function actionFacts(ctx: FormContext): Field {
  const action = actionOf(ctx);
  if (!action) return { kind: 'help', tone: 'warning', text: 'There is no such action in this case.' };
  return {
    kind: 'facts',
    facts: [
      { label: 'Case', value: caseOf(ctx).reference },
      { label: `Action ${action.id}`, value: action.title },
      { label: 'Owner', value: `${action.owner}, ${action.agency}` },
      { label: 'Due', value: formatDay(action.dueOn) },
    ],
  };
}
