import type { Joined } from './compose.ts';
import { refreshInvitationAnswers } from './delivery/reconcile.ts';
import { keepSubscription } from './delivery/subscription.ts';
import type { SenderParts } from './delivery/parts.ts';
import type { Graph } from './graph/client.ts';
import type { Log } from './log.ts';
import type { Deps } from './operations/deps.ts';
import { warnOfCalendar } from './operations/calendarWarnings.ts';
import { recordInvitationAnswers } from './operations/panel.ts';
import { sweep } from './operations/sweep.ts';
import { listCases } from './store/cases.ts';
import { forgetBefore } from './store/inbox.ts';
import { loadPartnership } from './store/people.ts';
import { panelMet } from './domain/panel.ts';

const SWEEP_EVERY_MS = 60_000;
const INBOX_DAYS = 14;

/** Reads the answers to a case's invitations and records what is new. */
export async function readAnswersOf(deps: Deps, graph: Graph, caseId: string): Promise<void> {
  const partnership = await loadPartnership(deps.db);
  if (!partnership) return;
  const told = await refreshInvitationAnswers({ db: deps.db, graph, mailbox: partnership.authority.mailbox }, caseId);
  for (const { session, answers } of told) await recordInvitationAnswers(deps, { caseId, session, answers });
}

/** Once a day: the calendar's end told in time, what a lost notification would have told, the subscription renewed, old ids of clicks forgotten. */
export async function night(deps: Deps, sending: SenderParts): Promise<void> {
  const partnership = await loadPartnership(deps.db);
  for (const { is, lastDay } of await warnOfCalendar(deps, deps.today())) sending.log.warn({ event: is, day: lastDay });
  if (partnership) await keepSubscription(sending, partnership.authority.mailbox);
  for (const stored of await listCases(deps.db, { open: true })) {
    if (stored.review.panelArranged && !panelMet(stored.review))
      await readAnswersOf(deps, sending.graph, stored.reference);
  }
  await forgetBefore(deps.db, new Date(deps.now().getTime() - INBOX_DAYS * 86_400_000));
}

/**
 * Sweeps each minute and does the night's work once a day, until the signal. A fault is logged and the next round goes on;
 * `beat` hears of each sweep that went well.
 */
export async function runTime(
  { deps, sending, hearts }: Pick<Joined, 'deps' | 'sending' | 'hearts'>,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  let lastNight = '';
  while (!signal.aborted) {
    const day = deps.today();
    try {
      const swept = await sweep(deps, day);
      hearts.sweep.beat();
      if (swept.cases > 0) log.info({ event: 'swept', count: swept.cases, day });
      for (const fault of swept.faults) log.error({ event: 'caseNotSwept', caseId: fault.caseId, error: fault.error });
      if (day !== lastNight) {
        await night(deps, sending);
        lastNight = day;
      }
    } catch (error) {
      log.error({ event: 'sweepFailed', error });
    }
    await pause(SWEEP_EVERY_MS, signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, ms);
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
