import { ExecuteAction, SubmitAction, type Action } from 'adaptivecards';
import type { PressAction } from '../../protocol.ts';

export type Pressed = PressAction['action'];

/** A pressed button as Teams sends it: what was typed is merged into its data. Null for actions that stay in the page. */
export function pressedOf(action: Action): Pressed | null {
  if (action instanceof ExecuteAction) {
    return { ...named(action), type: 'Action.Execute', verb: action.verb, data: recordOf(action.data) };
  }
  return action instanceof SubmitAction
    ? { ...named(action), type: 'Action.Submit', data: recordOf(action.data) }
    : null;
}

function named(action: Action): { id?: string; title?: string } {
  return {
    ...(action.id === undefined ? {} : { id: action.id }),
    ...(action.title === undefined ? {} : { title: action.title }),
  };
}

function recordOf(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}
