import type { Day } from '../calendar/isoDate.ts';
import { effectsOfDirectory } from '../domain/effectsOfDirectory.ts';
import { noticesTo } from '../domain/notices.ts';
import { chairHasLeft, placesTaken, type Change } from '../domain/placesTaken.ts';
import { coordinatorsOf } from '../domain/whoIsWho.ts';
import { casesBehind, setDirectory, type StoredCase } from '../store/cases.ts';
import { inTransaction, type Db, type Tx } from '../store/database.ts';
import { digestInForce, directoryOf } from '../store/directories.ts';
import { enqueue, type OutboxMessage } from '../store/outbox.ts';
import { inSavepoint } from '../store/savepoint.ts';
import { messageOf, recordEvents } from './commitEvents.ts';
import type { Deps } from './deps.ts';
import { partnershipIn, standingOf } from './standing.ts';

export interface Reconciled {
  cases: number;
  faults: { caseId: string; error: unknown }[];
}

const CLAIM = 25;

/**
 * Brings every case in line with the directory in force: who left is taken out of channels, invitations and action chains, who came
 * is let in, and the coordinators hear whose place fell to whom. Each case keeps with which directory it is in line, so that
 * a restart or another replica goes on where this left off. A case that fails is told, and tried again the next day.
 */
export async function reconcile(deps: Deps): Promise<Reconciled> {
  const digest = await digestInForce(deps.db);
  const done: Reconciled = { cases: 0, faults: [] };
  if (digest === null) return done;
  const oldDirectories = new Map<string, Change['before']>();
  for (;;) {
    const batch = await inTransaction(deps.db, (tx) => reconcileBatch(deps, tx, digest, oldDirectories));
    done.cases += batch.cases;
    done.faults.push(...batch.faults);
    if (batch.cases < CLAIM) break;
  }
  if (done.cases > 0) deps.wake();
  return done;
}

/** Which round of reconciling has been done: the directory in force and the day. Another asks for another. */
export const roundOf = async (db: Db, day: Day): Promise<string> => `${day} ${(await digestInForce(db)) ?? ''}`;

async function reconcileBatch(
  deps: Deps,
  tx: Tx,
  digest: string,
  oldDirectories: Map<string, Change['before']>,
): Promise<Reconciled> {
  const today = deps.today();
  const failed = `failed ${today}`;
  const behind = await casesBehind(tx, { digest, except: failed, limit: CLAIM });
  const done: Reconciled = { cases: behind.length, faults: [] };
  if (behind.length === 0) return done;
  const after = await partnershipIn(tx);
  const owed: OutboxMessage[] = [];
  for (const { reference, directory, read } of behind) {
    const known = directory === null ? null : (oldDirectories.get(directory) ?? (await directoryOf(tx, directory)));
    if (directory !== null) oldDirectories.set(directory, known);
    const mark = digest.slice(0, 12);
    const part = await inSavepoint(tx, () => reconcileOne(deps, tx, read(), { before: known, after }, mark, today));
    if (part.ok) owed.push(...part.value);
    else {
      done.faults.push({ caseId: reference, error: part.error });
      const told = {
        key: `notReconciled/${reference}/${today}`,
        caseId: reference,
        notice: { is: 'notReconciled' },
      } as const;
      owed.push(...noticesTo(coordinatorsOf(after), told).map(messageOf));
    }
    await setDirectory(tx, reference, part.ok ? digest : failed);
  }
  await enqueue(tx, owed, deps.now());
  return done;
}

async function reconcileOne(
  deps: Deps,
  tx: Tx,
  stored: StoredCase,
  change: Change,
  mark: string,
  today: Day,
): Promise<OutboxMessage[]> {
  const standing = standingOf(deps, stored, change.after);
  const taken = placesTaken(stored.review, change, today);
  const chairLeft = chairHasLeft(stored.review, change, today);
  const recorded = await recordEvents(deps, tx, standing, taken === null ? [] : [taken], { actor: null });
  const { review, reference } = recorded.stored;
  const told =
    taken === null && !chairLeft
      ? []
      : noticesTo(coordinatorsOf(change.after), {
          key: `placesTaken/${reference}/d${mark}`,
          caseId: reference,
          notice: {
            is: 'placesTaken',
            actions: (taken?.actions ?? []).map(({ action, chain }) => ({ action, by: chain.owner })),
            panel: taken?.panel !== undefined,
            chairLeft,
          },
        });
  const effects = [...effectsOfDirectory(review, change, mark, today), ...told];
  return [...recorded.owed, ...effects.map(messageOf)];
}
