import { refreshInvitationAnswers, type GoneEvent } from './delivery/reconcile.ts';
import { readDrift } from './delivery/roster.ts';
import { remoteKeys } from './delivery/remotes.ts';
import { keepSubscription } from './delivery/subscription.ts';
import type { SenderParts } from './delivery/parts.ts';
import { lanes, type Effect } from './domain/effects.ts';
import { panelToCome } from './domain/panel.ts';
import { warnOfCalendar } from './operations/calendarWarnings.ts';
import { messageOf } from './operations/commitEvents.ts';
import type { Deps } from './operations/deps.ts';
import { night, type NightFault, type NightWork } from './operations/night.ts';
import { recordInvitationAnswers } from './operations/panel.ts';
import { partnershipIn } from './operations/standing.ts';
import { tellCoordinators } from './operations/tellCoordinators.ts';
import { loadCase } from './store/cases.ts';
import { inTransaction } from './store/database.ts';
import { forgetBefore } from './store/inbox.ts';
import { anyOpen, enqueue } from './store/outbox.ts';
import { deleteRemote } from './store/remote.ts';

const INBOX_DAYS = 14;

/** The night as an operation, with what it asks of calendars and channels. */
export const nightOf = (deps: Deps, sending: SenderParts): Promise<NightFault[]> => night(deps, workOf(deps, sending));

function workOf(deps: Deps, sending: SenderParts): NightWork {
  return {
    once: [
      {
        task: 'calendar',
        run: async () => {
          for (const { is, lastDay } of await warnOfCalendar(deps, deps.today()))
            sending.log.warn({ event: is, day: lastDay });
        },
      },
      {
        task: 'subscription',
        run: async () => keepSubscription(sending, (await partnershipIn(deps.db)).authority.mailbox),
      },
      {
        task: 'inbox',
        run: async () => {
          await forgetBefore(deps.db, new Date(deps.now().getTime() - INBOX_DAYS * 86_400_000));
        },
      },
    ],
    eachCase: [
      {
        task: 'answers',
        run: async ({ reference, review }) => {
          if (panelToCome(review, deps.today()) === undefined) return;
          for (const event of await readAnswersOf(deps, sending, reference)) await tellGone(deps, reference, event);
        },
      },
      { task: 'roster', run: ({ reference }) => lookAtRoster(deps, sending, reference) },
    ],
  };
}

/** Reads the answers to a case's invitations and records what is new; which of its events are not there is the answer. */
export async function readAnswersOf(deps: Deps, sending: SenderParts, caseId: string): Promise<GoneEvent[]> {
  const { mailbox } = (await partnershipIn(deps.db)).authority;
  const { answered, gone } = await refreshInvitationAnswers({ ...sending, mailbox }, caseId);
  for (const { session, answers } of answered) await recordInvitationAnswers(deps, { caseId, session, answers });
  return gone;
}

/**
 * Only of a panel that is to meet: an event that Convene itself called off is rightly gone. It is forgotten with the telling, so that
 * the next time the panel is arranged a new one is made.
 */
async function tellGone(deps: Deps, caseId: string, { session, eventId, booking }: GoneEvent): Promise<void> {
  const review = (await loadCase(deps.db, caseId))?.review;
  const detail = review && panelToCome(review, deps.today())?.detail;
  // One that is being made or moved may not be found for a moment.
  if (await anyOpen(deps.db, caseId, ['bookPanel', 'movePanel', 'cancelPanel'])) return;
  if (detail?.booking !== booking || (session === 'open' && detail.openMinutes === 0)) return;
  const told = { key: `eventGone/${caseId}/${eventId}`, caseId, notice: { is: 'eventGone', session } } as const;
  await tellCoordinators(deps, told, async (tx) => {
    await deleteRemote(tx, remoteKeys.panel(caseId, session));
    await deleteRemote(tx, remoteKeys.event(eventId));
  });
}

/** Tells who stands in the case's channel without a part in it, and who is missing; each once. */
async function lookAtRoster(deps: Deps, sending: SenderParts, caseId: string): Promise<void> {
  const drift = await readDrift(sending, caseId);
  if (drift === null) return;
  const { strangers, missing, overdue, keep } = drift;
  const day = deps.today();
  if (overdue) {
    const key = `members/${caseId}/night/${day}`;
    const again: Effect = { kind: 'syncMembers', key, lane: lanes.space(caseId), caseId };
    await inTransaction(deps.db, (tx) => enqueue(tx, [messageOf(again)], deps.now()));
    deps.wake();
  }
  if (strangers === 0 && missing.length === 0) return inTransaction(deps.db, keep);
  const notice = { is: 'channelDrift', strangers, missing } as const;
  await tellCoordinators(deps, { key: `channelDrift/${caseId}/${day}`, caseId, notice }, keep);
}
