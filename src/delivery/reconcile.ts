import { readMeeting, type Answer } from '../graph/calendars.ts';
import type { Graph } from '../graph/client.ts';
import type { Db } from '../store/database.ts';
import { getRemote } from '../store/remote.ts';
import { remoteKeys, SESSIONS, type EventOf, type PanelEvent, type Session } from './remotes.ts';

export interface SessionAnswers {
  session: Session;
  answers: { email: string; answer: Answer }[];
}
export interface GoneEvent {
  session: Session;
  eventId: string;
  booking: string;
}

/**
 * What those invited to the case's panel have answered, read from both events, and which of the two is gone: for a
 * notification, which is only a hint to read, and for the night.
 */
export async function refreshInvitationAnswers(
  { db, graph, mailbox }: { db: Db; graph: Graph; mailbox: string },
  caseId: string,
): Promise<{ answered: SessionAnswers[]; gone: GoneEvent[] }> {
  const answered: SessionAnswers[] = [];
  const gone: GoneEvent[] = [];
  for (const session of SESSIONS) {
    const event = await getRemote<PanelEvent>(db, remoteKeys.panel(caseId, session));
    if (event === null) continue;
    const { eventId, booking } = event;
    const read = await readMeeting(graph, mailbox, eventId);
    if (read === null) gone.push({ session, eventId, booking });
    else answered.push({ session, answers: read.answers });
  }
  return { answered, gone };
}

/** Which case a changed event belongs to; null for events that are not ours. `resource` as a notification names it. */
export async function caseOfEvent(db: Db, resource: string): Promise<EventOf | null> {
  const id = /\/events(?:\/|\(')([^/')]+)/i.exec(resource)?.[1];
  return id === undefined ? null : getRemote<EventOf>(db, remoteKeys.event(decodeURIComponent(id)));
}
