import type { Day } from '../calendar/isoDate.ts';
import type { With } from './acts.ts';
import type { PlannedAction } from './caseReview.ts';
import { byDay } from './inOrder.ts';

/** An action as it stands when it is agreed. */
export function plannedAction(input: With<'addAction'>, agreedOn: Day, chain: PlannedAction['chain']): PlannedAction {
  const action: PlannedAction = {
    ...input,
    agreedOn,
    originalDueOn: input.dueOn,
    interim: input.interim ?? false,
    // Nothing said is not leave to tell: a plan may hold what the law protects, or what would endanger somebody (HER-9.4, AMB-E3).
    tellVictim: input.tellVictim ?? false,
    managerIsHeadOfService: input.managerIsHeadOfService ?? false,
    status: 'open',
    delays: [],
    moves: [],
  };
  return chain ? { ...action, chain } : action;
}

/** A new date, and the one before it kept. */
export function moved(action: PlannedAction, change: With<'moveAction'>, on: Day): PlannedAction {
  const before = action.moves.findLast((it) => it.on <= on)?.to ?? action.originalDueOn;
  const moves = byDay(action.moves, { on, from: before, to: change.dueOn, reason: change.reason, by: change.by });
  return { ...action, dueOn: moves.at(-1)?.to ?? action.dueOn, moves };
}

/** HER-10.6: complete on the day the SPOC is told, whenever it was done. */
export function reported(action: PlannedAction, report: With<'reportAction'>, on: Day): PlannedAction {
  const { status, doneOn, note, outcome } = report;
  if (status === 'delayed') {
    return { ...action, delays: byDay(action.delays, note === undefined ? { on } : { on, note }) };
  }
  const words = { ...(note === undefined ? {} : { note }), ...(outcome === undefined ? {} : { outcome }) };
  return { ...action, status, completedOn: on, ...(doneOn === undefined ? {} : { doneOn }), ...words };
}
