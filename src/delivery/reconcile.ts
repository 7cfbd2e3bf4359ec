import { readMeeting, type Answer } from '../graph/calendars.ts';
import type { Graph } from '../graph/client.ts';
import { GraphFault } from '../graph/fault.ts';
import type { Db } from '../store/database.ts';
import { getRemote } from '../store/remote.ts';
import { remoteKeys, SESSIONS, type EventOf, type PanelEvent, type Session } from './remotes.ts';

export interface SessionAnswers {
  session: Session;
  answers: { email: string; answer: Answer }[];
}

/**
 * What those invited to the case's panel have answered, read from both events: for a notification, which is only a hint to
 * read, and for the night. An event that is gone tells nothing.
 */
export async function refreshInvitationAnswers(
  { db, graph, mailbox }: { db: Db; graph: Graph; mailbox: string },
  caseId: string,
): Promise<SessionAnswers[]> {
  const told: SessionAnswers[] = [];
  for (const session of SESSIONS) {
    const event = await getRemote<PanelEvent>(db, remoteKeys.panel(caseId, session));
    if (event === null) continue;
    try {
      told.push({ session, answers: (await readMeeting(graph, mailbox, event.eventId)).answers });
    } catch (fault) {
      if (!(fault instanceof GraphFault) || fault.status !== 404) throw fault;
    }
  }
  return told;
}

/** Which case a changed event belongs to; null for events that are not ours. `resource` as a notification names it. */
export async function caseOfEvent(db: Db, resource: string): Promise<EventOf | null> {
  const id = /\/events(?:\/|\(')([^/')]+)/i.exec(resource)?.[1];
  return id === undefined ? null : getRemote<EventOf>(db, remoteKeys.event(decodeURIComponent(id)));
}
