import { createHash } from 'node:crypto';
import type { Day } from '../calendar/isoDate.ts';
import { AlteredRecord, loadCase, references, verifyRecord, type StoredCase } from '../store/cases.ts';
import { beginNightWork } from '../store/nightWork.ts';
import { tellAltered } from './altered.ts';
import type { Deps } from './deps.ts';
import { tellCoordinators } from './tellCoordinators.ts';

/** What the night does besides looking at the records; handed in, as it speaks to other systems. */
export interface NightWork {
  once: { task: string; run: () => Promise<void> }[];
  /** For each case, closed ones too, whose record is whole. */
  eachCase: { task: string; run: (stored: StoredCase) => Promise<void> }[];
}
/** What could not be done; `caseId` null where it is about no case. It comes up again the next night. */
export interface NightFault {
  task: string;
  caseId: string | null;
  error: unknown;
}

const RECORD = 'record';

/**
 * The night's work of a day, each piece once whoever begins it: every record is checked against its chain and seal, and every case
 * looked at for what nobody reported. One that fails keeps none of the others back; the coordinators hear of it and of each
 * record that was altered. A piece of work that failed is not tried again before the next night.
 */
export async function night(deps: Deps, work: NightWork, day: Day = deps.today()): Promise<NightFault[]> {
  const faults: NightFault[] = [];
  const attempt = async <T>(task: string, caseId: string | null, run: () => Promise<T>): Promise<T | null> => {
    try {
      return await run();
    } catch (error) {
      faults.push({ task, caseId, error });
      return null;
    }
  };
  for (const { task, run } of work.once)
    if (await beginNightWork(deps.db, { task, day })) await attempt(task, null, run);
  for (const reference of await references(deps.db)) {
    if (!(await beginNightWork(deps.db, { task: 'case', about: reference, day }))) continue;
    const stored = await attempt(RECORD, reference, () => checked(deps, reference));
    if (stored === null) continue;
    for (const { task, run } of work.eachCase) await attempt(task, reference, () => run(stored));
  }
  await tellUndone(deps, faults, day);
  return faults;
}

async function checked(deps: Deps, reference: string): Promise<StoredCase | null> {
  const check = await verifyRecord(deps.db, reference);
  if (check.ok) return loadCase(deps.db, reference);
  await tellAltered(deps, reference);
  throw new AlteredRecord(reference);
}

/** An altered record has its own word; all else that failed is told in one. */
async function tellUndone(deps: Deps, faults: NightFault[], day: Day): Promise<void> {
  const undone = faults.filter(({ task, caseId }) => task !== RECORD && caseId !== null);
  const cases = [...new Set(undone.flatMap(({ caseId }) => caseId ?? []))];
  if (cases.length === 0) return;
  const which = createHash('sha256').update(cases.join()).digest('hex').slice(0, 12);
  await tellCoordinators(deps, {
    key: `nightFailed/${day}/${which}`,
    caseId: null,
    notice: { is: 'nightFailed', cases },
  });
}
