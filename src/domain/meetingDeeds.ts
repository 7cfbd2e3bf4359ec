import type { With } from './acts.ts';
import type { Detail } from './detail.ts';
import type { MeetingWorkings } from './workings.ts';

/** The meeting in hand as the act that would put it on record. */
export function heldFrom(meeting: MeetingWorkings): { with: With<'holdPanel'>; detail: Detail<'holdPanel'> } {
  const { chair, attended, notes } = meeting;
  return {
    with: {
      attended: attended.map(({ seat, body, name, inWriting }) => ({
        seat,
        body,
        ...(name === undefined ? {} : { name }),
        ...(inWriting === undefined ? {} : { inWriting }),
      })),
      chair: {
        name: chair.name,
        independent: chair.independent,
        ...(chair.basis === undefined ? {} : { basis: chair.basis }),
      },
      ...(meeting.findings === '' ? {} : { findings: meeting.findings }),
      ...(meeting.regardless === undefined ? {} : { regardless: meeting.regardless }),
    },
    detail: {
      attendedPersons: attended.flatMap(({ person }) => person ?? []),
      minutes: notes.filter(({ note }) => note !== ''),
    },
  };
}

/** The plan in hand as the act that would agree it. Chains are frozen from the directory when it is decided. */
export function agreedFrom(meeting: MeetingWorkings): With<'agreePlan'> {
  return {
    actions: meeting.actions.map(({ ownerPerson: _, ...action }) => action),
    ...(meeting.recommendations.length === 0 ? {} : { recommendations: meeting.recommendations }),
  };
}
