import { performOnCase } from '../../operations/perform.ts';
import { onCase, type VerbHandler } from '../verb.ts';

/** Done. It counts from today: the day the coordinator is told (HER-10.6). */
export const actionDone: VerbHandler<'action.done'> = {
  matter: (data) => ({ is: 'action', action: data.action }),
  ask: (parts, by, data) =>
    performOnCase(parts.deps, {
      ...onCase(by, data),
      act: 'reportAction',
      with: { action: data.action, status: 'done', ...(data.note?.trim() ? { note: data.note.trim() } : {}) },
    }),
};
