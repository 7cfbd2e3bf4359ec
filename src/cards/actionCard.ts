import { formatDay } from '../calendar/isoDate.ts';
import type { PlannedAction } from '../domain/caseReview.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Person } from '../domain/directory.ts';
import { agencyNameOf, ownerOf } from '../domain/whoIsWho.ts';
import { execute, inRows, opens, type Button } from './buttons.ts';
import { say, passage, plain, type Markup } from './escape.ts';
import { ladderWords } from './ladderWords.ts';
import { at, entities } from './mention.ts';
import { fitted, renderCard, type Card, type Limits } from './render.ts';
import { actionTone } from './sections/actionsSection.ts';
import { dueWords } from './words.ts';

/** One action, for its owner: done, delayed, or no longer possible; afterwards what was recorded and what follows. */
export function actionCard(view: CaseView, actionId: string): Card | null {
  const action = view.review.actions.find((one) => one.id === actionId);
  if (!action) return null;
  return fitted((limits) => renderCard('action', actionData(view, action, limits)));
}

/** The owner while the action is open and the owner has no chat: then the card stands in the channel and must call. */
export function actionPeople(view: CaseView, actionId: string): Person[] {
  const action = view.review.actions.find((one) => one.id === actionId);
  const owner = action && ownerOf(action, view.partnership);
  return action?.status === 'open' && owner && !owner.host ? [owner] : [];
}

function actionData(view: CaseView, action: PlannedAction, limits: Limits): object {
  const open = action.status === 'open' && view.review.stage !== 'closed';
  const tone = actionTone(view, action);
  const mentioned = actionPeople(view, action.id);
  const ladder = ladderWords(view, action);
  return {
    fallback: plain(`${view.reference}: an action of the plan. This card needs a newer Teams.`),
    entities: entities(mentioned),
    head: head(view, action, open),
    title: passage(action.title, limits.characters),
    who: say`${mentioned[0] ? at(mentioned[0]) : action.owner}, ${agencyNameOf(view.partnership, action.agency)}`,
    // While time is left, the first line has said so.
    status: open && action.dueOn >= view.today ? '' : say`${tone.words}`,
    colour: tone.colour,
    moved: moved(action),
    record: record(action, limits),
    told: ladder.told.map((words) => ({ words: say`${words}` })),
    ahead: say`${ladder.ahead}`,
    open,
    buttonRows: open ? inRows(buttons(view, action)) : [],
    foot: open
      ? say`It counts as done on the day you tell us here. The owner, the deputy or the coordinator can press.`
      : say`As on ${formatDay(view.today)}.`,
  };
}

function head(view: CaseView, action: PlannedAction, open: boolean): Markup {
  if (!open) return say`${view.reference} · Action ${action.id}`;
  const what = action.interim ? 'Urgent: your action' : 'Your action';
  const left = action.dueOn < view.today ? '' : ` · by ${dueWords(action.dueOn, view).words}`;
  return say`${view.reference} · ${what}${left}`;
}

function moved(action: PlannedAction): Markup {
  const last = action.moves.at(-1);
  if (!last) return say``;
  return say`Moved from ${formatDay(last.from)} to ${formatDay(last.to)} on ${formatDay(last.on)}: ${last.reason}`;
}

/** What was recorded, by whom and when, and what follows from it. */
function record(action: PlannedAction, limits: Limits): { words: Markup }[] {
  const said = (label: string, text: string | undefined) =>
    text ? [{ words: say`${label}: ${passage(text, limits.characters)}` }] : [];
  const delays = action.delays.slice(-2).map((delay) => ({
    words: say`Delay explained on ${formatDay(delay.on)}: ${passage(delay.note ?? 'no words given', limits.characters)}`,
  }));
  if (action.status === 'open') return delays;
  const told = action.completedOn ? formatDay(action.completedOn) : '';
  if (action.status === 'done')
    return [
      { words: say`Recorded as done. The coordinator was told on ${told}, and that is the day it counts from.` },
      ...said('Note', action.note),
      {
        words: say`Nothing more is asked of you for this action. Reminders have stopped.`,
      },
    ];
  return [
    { words: say`Recorded on ${told} as no longer possible or no longer needed.` },
    ...said('What came of it', action.outcome),
    {
      words: say`The panel’s members have been told, so that they can agree something else. Reminders have stopped.`,
    },
  ];
}

function buttons(view: CaseView, action: PlannedAction): Button[] {
  const where = { caseId: view.reference, action: action.id.slice(0, 100), v: view.version };
  return [
    execute('Done', 'action.done', where, { style: 'positive', inputs: true }),
    opens('It is delayed', 'actionDelayed', where),
    opens('No longer possible or needed', 'actionNotViable', where),
  ];
}
