import { startMeeting } from '../../operations/meeting.ts';
import { onCase, type VerbHandler } from '../verb.ts';

/** Starts the meeting; below the minimum panel it needs the reason to go on all the same. */
export const meetingStart: VerbHandler<'meeting.start'> = {
  matter: () => ({ is: 'meeting' }),
  ask: (parts, by, data) =>
    startMeeting(parts.deps, {
      ...onCase(by, data),
      ...(data.regardless?.trim() ? { regardless: data.regardless.trim() } : {}),
    }),
};
