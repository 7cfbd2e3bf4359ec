import { addDays, type Day } from '../calendar/isoDate.ts';
import { tellClocks } from '../domain/clocks.ts';
import { hearersOf, matterOfNudge, type Nudged } from '../domain/effectsOfNudge.ts';
import { caseCardOn } from '../domain/effectsOf.ts';
import type { Matter, MessageWhy } from '../domain/effects.ts';
import { dueNudges, nextWakeDay } from '../domain/wake.ts';
import { casesDue, setWake } from '../store/cases.ts';
import { inTransaction, type Tx } from '../store/database.ts';
import { enqueue } from '../store/outbox.ts';
import { commitEvents, messageOf } from './commitEvents.ts';
import type { Deps } from './deps.ts';
import { nudgeWords } from './nudgeWords.ts';
import { partnershipIn, standingOf, type Standing } from './standing.ts';

export interface Swept {
  /** Cases looked at: those whose wake day had come, and no other. */
  cases: number;
  nudges: { caseId: string; words: string; to: string[]; why: MessageWhy; matter: Matter }[];
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
    try {
      const standing = standingOf(deps, stored, partnership);
      const nudges = await tellOne(deps, tx, standing, today);
      for (const nudge of nudges) {
        const to = hearersOf(nudge, stored.review, partnership).map((person) => person.id);
        const matter = matterOfNudge(nudge, stored.review, partnership);
        swept.nudges.push({ caseId, words: nudgeWords(nudge, standing.policy), to, why: nudge.nudge, matter });
      }
    } catch (error) {
      // One case that cannot be worked out must not keep the others from being told. Nothing of it was written: all is
      // worked out before the first write, and a fault of the database itself ends the transaction at the next line.
      swept.faults.push({ caseId, error });
      await setWake(tx, caseId, addDays(today, 1));
    }
  }
  return swept;
}

async function tellOne(deps: Deps, tx: Tx, standing: Standing, today: Day): Promise<Nudged[]> {
  const { stored, policy, calendar } = standing;
  const clocks = tellClocks(stored.review, policy, calendar, today);
  const nudges = dueNudges(stored.review, policy, calendar, today, clocks).filter((it) => it.type === 'nudged');
  if (nudges.length > 0) {
    await commitEvents(deps, tx, standing, nudges, { actor: null });
    return nudges;
  }
  const wakeOn = nextWakeDay(stored.review, policy, calendar, today, clocks);
  // The day alone may have changed what the card shows: a clock ran out overnight.
  if (stored.stage !== 'closed')
    await enqueue(tx, [messageOf(caseCardOn(stored.reference, stored.version, today))], deps.now());
  await setWake(tx, stored.reference, wakeOn);
  return nudges;
}
