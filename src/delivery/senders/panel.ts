import { cancelMeeting, createMeeting, moveMeeting, readMeeting, type BookedMeeting } from '../../graph/calendars.ts';
import { GraphFault } from '../../graph/fault.ts';
import { deleteRemote, getRemote, putRemote } from '../../store/remote.ts';
import { panelSessions, printOfMeeting, transactionId } from '../panelSessions.ts';
import { caseOf, type SenderParts } from '../parts.ts';
import { remoteKeys, SESSIONS, type EventOf, type PanelEvent, type Session } from '../remotes.ts';
import type { Attempt, Sender, Sent } from '../sender.ts';
import { isMissing } from '../space.ts';
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

/** Brings calendar and record in line: what is missing is made, what stands is moved, what is no longer wanted called off. */
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
      const moved = await moveMeeting(parts.graph, mailbox, stands.eventId, meeting).catch(async (fault: unknown) => {
        // Somebody deleted it: made anew. One made a moment ago may not be found yet, so not on the first try.
        const gone = isMissing(fault) && attempt.number > 1 && (await isDeleted(parts, mailbox, stands.eventId));
        if (!gone) throw fault;
        await deleteRemote(parts.db, remoteKeys.event(stands.eventId));
        return createMeeting(parts.graph, mailbox, transactionId(`${key}/anew`, session), meeting);
      });
      const kept = { ...moved, joinUrl: moved.joinUrl ?? stands.joinUrl };
      await keep(parts, caseId, session, { booking, print: printOfMeeting(meeting) }, kept);
    }
  }
  await keepSubscription(parts, mailbox);
  return { kind: 'sent' };
}

async function isDeleted(parts: SenderParts, mailbox: string, eventId: string): Promise<boolean> {
  try {
    await readMeeting(parts.graph, mailbox, eventId);
    return false;
  } catch (fault) {
    if (isMissing(fault)) return true;
    throw fault;
  }
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
