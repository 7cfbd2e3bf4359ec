import { dropAction } from '../../operations/meetingPlan.ts';
import { onCase, type VerbHandler } from '../verb.ts';

/** Takes back an action that was written down. */
export const meetingDropAction: VerbHandler<'meeting.dropAction'> = {
  matter: () => ({ is: 'meeting' }),
  ask: (parts, by, data) => dropAction(parts.deps, { ...onCase(by, data), action: data.action }),
};
