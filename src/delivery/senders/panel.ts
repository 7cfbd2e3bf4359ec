import {
  cancelMeeting,
  createMeeting,
  moveMeeting,
  readMeeting,
  type BookedMeeting,
  type Meeting,
} from '../../graph/calendars.ts';
import { GraphFault } from '../../graph/fault.ts';
import { deleteRemote, getRemote, putRemote } from '../../store/remote.ts';
import { panelSessions, printOfMeeting, transactionId } from '../panelSessions.ts';
import { caseOf, type SenderParts } from '../parts.ts';
import { remoteKeys, SESSIONS, type EventOf, type PanelEvent, type Session } from '../remotes.ts';
import type { Attempt, Sender, Sent } from '../sender.ts';
import { keepSubscription } from '../subscription.ts';

type Booking = { key: string; caseId: string; booking: string };

/** Makes the panel's events and invites; each carries a key, so a repeat makes no second one. */
export const bookPanel = (parts: SenderParts): Sender<'bookPanel'> => ({
  send: (effect, attempt) => bring(parts, effect, attempt),
});

/** Moves the panel's events; Graph tells those invited. */
export const movePanel = (parts: SenderParts): Sender<'movePanel'> => ({
  send: (effect, attempt) => bring(parts, effect, attempt),
});

/** Calls the panel's events off. */
export const cancelPanel = (parts: SenderParts): Sender<'cancelPanel'> => ({
  async send({ caseId, booking }) {
    const { partnership } = await caseOf(parts, caseId);
    for (const session of SESSIONS) {
      const stands = await getRemote<PanelEvent>(parts.db, remoteKeys.panel(caseId, session));
      if (stands?.booking === booking) await callOff(parts, caseId, session, partnership.authority.mailbox);
    }
    return { kind: 'sent' };
  },
});

/**
 * Brings calendar and record in line: what is missing is made, what stands is moved, what is no longer wanted called off. An event
 * that somebody deleted in the calendar cannot be moved: a new one is made, everybody is invited, and the coordinators hear why.
 */
async function bring(parts: SenderParts, { key, caseId, booking }: Booking, attempt: Attempt): Promise<Sent> {
  const { review, partnership } = await caseOf(parts, caseId);
  const { mailbox } = partnership.authority;
  const wanted = panelSessions(review, partnership);
  for (const session of SESSIONS) {
    const meeting = wanted.get(session);
    const stands = await getRemote<PanelEvent>(parts.db, remoteKeys.panel(caseId, session));
    if (meeting === undefined) await callOff(parts, caseId, session, mailbox);
    else if (stands === null) {
      const made = await createMeeting(parts.graph, mailbox, transactionId(key, session), meeting);
      await keep(parts, caseId, session, { booking, print: printOfMeeting(meeting) }, made);
    } else if (stands.booking !== booking || stands.print !== printOfMeeting(meeting)) {
      const moved = await movedMeeting(parts, mailbox, stands, { meeting, attempt });
      const now = moved ?? (await createMeeting(parts.graph, mailbox, transactionId(key, session), meeting));
      await keep(parts, caseId, session, { booking, print: printOfMeeting(meeting) }, now);
      if (moved === null) await tellMadeAnew(parts, caseId, session, stands.eventId);
    }
  }
  await keepSubscription(parts, mailbox);
  return { kind: 'sent' };
}

/** The event in its new place, or null where it is no longer in the calendar. */
async function movedMeeting(
  parts: SenderParts,
  mailbox: string,
  stands: PanelEvent,
  { meeting, attempt }: { meeting: Meeting; attempt: Attempt },
): Promise<BookedMeeting | null> {
  if ((await readMeeting(parts.graph, mailbox, stands.eventId)) === null) {
    if (attempt.number > 1) return null;
    // One made a moment ago may not be found yet: looked for once more.
    throw new GraphFault({ status: 404, code: 'ErrorItemNotFound', kind: 'lag' });
  }
  const moved = await moveMeeting(parts.graph, mailbox, stands.eventId, meeting);
  return { ...moved, joinUrl: moved.joinUrl ?? stands.joinUrl };
}

async function tellMadeAnew(parts: SenderParts, caseId: string, session: Session, gone: string): Promise<void> {
  await deleteRemote(parts.db, remoteKeys.event(gone));
  await parts.tellCoordinators({
    key: `eventMadeAnew/${caseId}/${gone}`,
    caseId,
    notice: { is: 'eventMadeAnew', session },
  });
}

async function keep(
  parts: SenderParts,
  caseId: string,
  session: Session,
  of: Pick<PanelEvent, 'booking' | 'print'>,
  { eventId, joinUrl }: BookedMeeting,
): Promise<void> {
  const event: PanelEvent = { eventId, joinUrl, ...of };
  const whose: EventOf = { caseId, session };
  await putRemote(parts.db, remoteKeys.panel(caseId, session), 'panel', caseId, event);
  await putRemote(parts.db, remoteKeys.event(eventId), 'event', caseId, whose);
}

async function callOff(parts: SenderParts, caseId: string, session: Session, mailbox: string): Promise<void> {
  const key = remoteKeys.panel(caseId, session);
  const stands = await getRemote<PanelEvent>(parts.db, key);
  if (stands === null) return;
  try {
    await cancelMeeting(parts.graph, mailbox, stands.eventId, 'This meeting will not take place.');
  } catch (fault) {
    // Gone already: called off by an earlier try, or by hand.
    if (!(fault instanceof GraphFault) || fault.status !== 404) throw fault;
  }
  await deleteRemote(parts.db, remoteKeys.event(stands.eventId));
  await deleteRemote(parts.db, key);
}
