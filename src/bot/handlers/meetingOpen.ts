import { openMeeting } from '../../operations/meeting.ts';
import { onCase, type VerbHandler } from '../verb.ts';

/** Opens the chair's card. */
export const meetingOpen: VerbHandler<'meeting.open'> = {
  matter: () => ({ is: 'meeting' }),
  ask: (parts, by, data) => openMeeting(parts.deps, onCase(by, data)),
};
