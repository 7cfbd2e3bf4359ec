import type { Day } from '../calendar/isoDate.ts';
import type { CaseEvent, CaseReview } from '../domain/caseReview.ts';
import type { Stage } from '../domain/words.ts';
import { lockRow, readEvents, references, rewriteSnapshot, type StoredCase } from './cases.ts';
import { inTransaction, type Db } from './database.ts';
import { canonicalText } from './values.ts';
import { verifyChain } from './verifyChain.ts';

/** Reads a case off its events: the snapshot and the day of the next look. Handed in: the store knows no rule. */
export type Replay = (
  events: CaseEvent[],
  meta: Pick<StoredCase, 'reference' | 'authority' | 'procedure' | 'policyVersion' | 'settings' | 'openedOn'>,
) => Snapshot | Promise<Snapshot>;
export interface Snapshot {
  review: CaseReview;
  stage: Stage;
  wakeOn: Day | null;
}
export interface Rebuilt {
  cases: number;
  /** References whose snapshot was not what their events say. */
  changed: string[];
  /** References whose record does not verify; left as they are for a person to look at. */
  broken: string[];
}

/** Rewrites every snapshot from its events, one case a transaction, so that work goes on meanwhile. */
export async function rebuild(db: Db, replay: Replay): Promise<Rebuilt> {
  const all = await references(db);
  const result: Rebuilt = { cases: all.length, changed: [], broken: [] };
  for (const reference of all)
    await inTransaction(db, async (tx) => {
      const stored = await lockRow(tx, reference);
      if (stored === null) return;
      const chain = await verifyChain(tx, reference);
      if (!chain.ok) {
        result.broken.push(reference);
        return;
      }
      const events = await readEvents(tx, reference);
      const next = await replay(
        events.map(({ event }) => event),
        stored,
      );
      const before = canonicalText([stored.review, stored.stage, stored.wakeOn]);
      if (stored.whole && canonicalText([next.review, next.stage, next.wakeOn]) === before) return;
      await rewriteSnapshot(tx, stored, next);
      result.changed.push(reference);
    });
  return result;
}
