import { formatDay } from '../../calendar/isoDate.ts';
import { counted } from '../../documents/plainWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { PlannedAction } from '../../domain/caseReview.ts';
import { agencyNameOf } from '../../domain/whoIsWho.ts';
import { say } from '../escape.ts';
import type { Limits } from '../render.ts';
import { dueWords, type Tone } from '../words.ts';
import { row, section, type Row, type Section } from './section.ts';

/** What the panel agreed, open actions first, the most overdue at the top. */
export function actionsSection(view: CaseView, limits: Limits, open: boolean): Section | null {
  const { actions } = view.review;
  if (actions.length === 0) return null;
  const sorted = [...actions].sort(
    (a, b) => Number(a.status !== 'open') - Number(b.status !== 'open') || a.dueOn.localeCompare(b.dueOn),
  );
  const still = actions.filter((action) => action.status === 'open').length;
  const summary = still
    ? `${still} of ${counted(actions.length, 'action')} still open`
    : `All ${counted(actions.length, 'action')} ended`;
  return section(
    'actions',
    say`Action plan`,
    say`${summary}`,
    open,
    sorted.map((action) => actionRow(view, action)),
    limits.rows,
  );
}

function actionRow(view: CaseView, action: PlannedAction): Row {
  const tone = actionTone(view, action);
  return row(
    say`**${action.id}. ${action.title}** · ${action.owner}, ${agencyNameOf(view.partnership, action.agency)}`,
    say`${tone.words}`,
    tone.colour,
  );
}

/** How an action stands, in words and colour. */
export function actionTone(view: Pick<CaseView, 'today' | 'calendar'>, action: PlannedAction): Tone {
  const ended = action.completedOn ? ` ${formatDay(action.completedOn)}` : '';
  if (action.status === 'done') {
    const late = action.completedOn !== undefined && action.completedOn > action.dueOn;
    return { words: `Done${ended}${late ? ', late' : ''}`, colour: late ? 'Warning' : 'Good' };
  }
  if (action.status === 'no_longer_viable') return { words: `No longer possible or needed${ended}`, colour: 'Default' };
  const due = dueWords(action.dueOn, view);
  const delayed = action.delays.length ? ' The owner has explained a delay.' : '';
  return { words: `${action.dueOn < view.today ? 'Was due' : 'By'} ${due.words}.${delayed}`, colour: due.colour };
}
