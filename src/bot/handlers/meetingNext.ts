import { stepTo } from '../../operations/meeting.ts';
import { onCase, type VerbHandler } from '../verb.ts';

/** Goes on from the point shown. Pressed twice it goes on once: the button names the point it leaves. */
export const meetingNext: VerbHandler<'meeting.next'> = {
  matter: () => ({ is: 'meeting' }),
  ask: (parts, by, data) =>
    stepTo(parts.deps, {
      ...onCase(by, data),
      step: data.step + 1,
      ...(data.note?.trim() ? { note: data.note.trim() } : {}),
    }),
};
