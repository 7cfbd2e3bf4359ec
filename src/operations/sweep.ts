import { addDays, type Day } from '../calendar/isoDate.ts';
import { hearersOf, type Nudged } from '../domain/effectsOfNudge.ts';
import { caseCardOn } from '../domain/effectsOf.ts';
import type { Partnership } from '../domain/directory.ts';
import type { MessageWhy } from '../domain/effects.ts';
import { dueNudges, nextWakeDay } from '../domain/wake.ts';
import { casesDue, setWake, type StoredCase } from '../store/cases.ts';
import { inTransaction, type Tx } from '../store/database.ts';
import { enqueue } from '../store/outbox.ts';
import { commitEvents, messageOf } from './commitEvents.ts';
import type { Deps } from './deps.ts';
import { nudgeWords } from './nudgeWords.ts';
import { partnershipIn, standingOf } from './standing.ts';

export interface Swept {
  /** Cases looked at: those whose wake day had come, and no other. */
  cases: number;
  nudges: { caseId: string; words: string; to: string[]; why: MessageWhy }[];
  /** Cases that could not be worked out, and why. They are looked at again the next day. */
  faults: { caseId: string; error: unknown }[];
}

/** How many cases one transaction claims. */
const CLAIM = 200;

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

async function sweepBatch(deps: Deps, tx: Tx, today: Day, claim: number): Promise<Swept> {
  const due = await casesDue(tx, today, claim);
  const swept: Swept = { cases: due.length, nudges: [], faults: [] };
  if (due.length === 0) return swept;
  const partnership = await partnershipIn(tx);
  for (const stored of due) {
    const caseId = stored.reference;
    let nudges: Nudged[];
    try {
      const { policy, calendar } = standingOf(deps, stored, partnership);
      nudges = dueNudges(stored.review, policy, calendar, today).filter((it) => it.type === 'nudged');
      await tellOne(deps, tx, stored, partnership, nudges, today);
    } catch (error) {
      // One case that cannot be worked out must not keep the others from being told.
      swept.faults.push({ caseId, error });
      await setWake(tx, caseId, addDays(today, 1));
      continue;
    }
    for (const nudge of nudges)
      swept.nudges.push({
        caseId,
        words: nudgeWords(nudge),
        to: hearersOf(nudge, stored.review, partnership).map((person) => person.id),
        why: nudge.nudge,
      });
  }
  return swept;
}

async function tellOne(
  deps: Deps,
  tx: Tx,
  stored: StoredCase,
  partnership: Partnership,
  nudges: Nudged[],
  today: Day,
): Promise<void> {
  const standing = standingOf(deps, stored, partnership);
  const after = await commitEvents(deps, tx, standing, nudges, { actor: null });
  // The day alone may have changed what the card shows: a clock ran out overnight.
  if (nudges.length === 0 && after.stage !== 'closed')
    await enqueue(tx, [messageOf(caseCardOn(after.reference, after.version, today))], deps.now());
  const next = nextWakeDay(after.review, standing.policy, standing.calendar, today);
  await setWake(tx, after.reference, next !== null && next <= today ? addDays(today, 1) : next);
}
