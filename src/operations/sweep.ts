import { addDays, type Day } from '../calendar/isoDate.ts';
import { channelRests } from '../domain/closing.ts';
import { tellClocks } from '../domain/clocks.ts';
import { hearersOf, matterOfNudge } from '../domain/effectsOfNudge.ts';
import { caseCardOn } from '../domain/effectsOf.ts';
import type { Matter, MessageWhy } from '../domain/effects.ts';
import { noticesTo } from '../domain/notices.ts';
import { dueNudges, nextWakeDay } from '../domain/wake.ts';
import { coordinatorsOf } from '../domain/whoIsWho.ts';
import { casesDue, setWake } from '../store/cases.ts';
import { inTransaction, type Tx } from '../store/database.ts';
import { enqueue, type OutboxMessage } from '../store/outbox.ts';
import { inSavepoint } from '../store/savepoint.ts';
import { messageOf, recordEvents } from './commitEvents.ts';
import type { Deps } from './deps.ts';
import { nudgeWords } from './nudgeWords.ts';
import { partnershipIn, standingOf, type Standing } from './standing.ts';

export interface Swept {
  /** Cases looked at: those whose wake day had come, and no other. */
  cases: number;
  nudges: { caseId: string; words: string; to: string[]; why: MessageWhy; matter: Matter }[];
  /** Cases that could not be worked out or written, and why. They are looked at again the next day. */
  faults: { caseId: string; error: unknown }[];
}

/** How many cases one transaction claims: a press on one of them waits for as long as these take, and other replicas take the next. */
const CLAIM = 25;

/**
 * Issues what is due on a day: nudges, chasers and ladder messages, each once, and sets each case's next wake day.
 * Loads only cases whose wake day has come. Run again, or by two replicas at once, it is harmless.
 */
export async function sweep(deps: Deps, today: Day, { limit = 10_000 }: { limit?: number } = {}): Promise<Swept> {
  const swept: Swept = { cases: 0, nudges: [], faults: [] };
  while (swept.cases < limit) {
    const claim = Math.min(CLAIM, limit - swept.cases);
    const batch = await inTransaction(deps.db, (tx) => sweepBatch(deps, tx, today, claim));
    swept.cases += batch.cases;
    swept.nudges.push(...batch.nudges);
    swept.faults.push(...batch.faults);
    if (batch.cases < claim) break;
  }
  if (swept.cases > 0) deps.wake();
  return swept;
}

/**
 * The outbox is written last: its lanes are people's chats and mailboxes, which other cases share, and a press that tells the
 * same person would wait for the whole batch.
 */
async function sweepBatch(deps: Deps, tx: Tx, today: Day, claim: number): Promise<Swept> {
  const due = await casesDue(tx, today, claim);
  const swept: Swept = { cases: due.length, nudges: [], faults: [] };
  if (due.length === 0) return swept;
  const partnership = await partnershipIn(tx);
  const owed: OutboxMessage[] = [];
  for (const { reference: caseId, read } of due) {
    const part = await inSavepoint(tx, () => tellOne(deps, tx, standingOf(deps, read(), partnership), today));
    if (part.ok) {
      swept.nudges.push(...part.value.nudges);
      owed.push(...part.value.owed);
      continue;
    }
    // One case that cannot be worked out or written must not keep those behind it from being told.
    swept.faults.push({ caseId, error: part.error });
    await setWake(tx, caseId, addDays(today, 1));
    const told = { key: `caseNotSwept/${caseId}/${today}`, caseId, notice: { is: 'caseNotSwept' } } as const;
    owed.push(...noticesTo(coordinatorsOf(partnership), told).map(messageOf));
  }
  await enqueue(tx, owed, deps.now());
  return swept;
}

async function tellOne(
  deps: Deps,
  tx: Tx,
  standing: Standing,
  today: Day,
): Promise<{ nudges: Swept['nudges']; owed: OutboxMessage[] }> {
  const { stored, review, partnership, policy, calendar } = standing;
  const clocks = tellClocks(review, policy, calendar, today);
  const due = dueNudges(review, policy, calendar, today, clocks).filter((it) => it.type === 'nudged');
  if (due.length > 0) {
    const { owed } = await recordEvents(deps, tx, standing, due, { actor: null });
    const nudges = due.map((nudge) => ({
      caseId: stored.reference,
      words: nudgeWords(nudge, policy),
      to: hearersOf(nudge, review, partnership).map((person) => person.id),
      why: nudge.nudge,
      matter: matterOfNudge(nudge, review, partnership),
    }));
    return { nudges, owed };
  }
  await setWake(tx, stored.reference, nextWakeDay(review, policy, calendar, today, clocks));
  // The day alone may have changed what the card shows: a clock ran out overnight.
  const card = channelRests(stored.review) ? [] : [caseCardOn(stored.reference, stored.version, today)];
  return { nudges: [], owed: card.map(messageOf) };
}
