import { stepTo } from '../../operations/meeting.ts';
import { onCase, type VerbHandler } from '../verb.ts';

/** Goes back to the point before the one shown. */
export const meetingBack: VerbHandler<'meeting.back'> = {
  matter: () => ({ is: 'meeting' }),
  ask: (parts, by, data) => stepTo(parts.deps, { ...onCase(by, data), step: Math.max(data.step - 1, 0) }),
};
