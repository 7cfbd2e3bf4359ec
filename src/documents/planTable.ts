import { formatDay } from '../calendar/isoDate.ts';
import type { PlannedAction } from '../domain/caseReview.ts';
import type { CaseView } from '../domain/caseView.ts';
import { agencyNameOf } from '../domain/whoIsWho.ts';
import { table, type Block } from './document.ts';

const STATUS: Record<PlannedAction['status'], string> = {
  open: 'open',
  done: 'done',
  no_longer_viable: 'no longer possible or needed',
};

/** Actions with owner, agency, day and standing. */
export const actionTable = (view: CaseView, actions: readonly PlannedAction[]): Block =>
  table(
    ['No.', 'Action', 'Owner', 'Agency', 'By', 'Standing'],
    actions.map((action) => [
      action.id,
      action.interim ? `${action.title} (interim)` : action.title,
      action.owner,
      agencyNameOf(view.partnership, action.agency),
      formatDay(action.dueOn),
      `${STATUS[action.status]}${action.completedOn ? `, ${formatDay(action.completedOn)}` : ''}`,
    ]),
    'No action was agreed.',
  );
