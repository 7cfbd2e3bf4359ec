import { refusal } from '../domain/refusals.ts';
import { AlteredRecord, loadCase, type StoredCase } from '../store/cases.ts';
import type { Db } from '../store/database.ts';
import { refused, type Deps, type Outcome } from './deps.ts';
import { tellCoordinators } from './tellCoordinators.ts';

/** What the coordinators hear, once a day for as long as the record stays as it is: nothing of the case goes on meanwhile. */
export const tellAltered = (deps: Deps, caseId: string): Promise<void> =>
  tellCoordinators(deps, {
    key: `recordAltered/${caseId}/${deps.today()}`,
    caseId,
    notice: { is: 'recordAltered' },
  });

/** Runs work on one case; where its record was altered, nothing is done and the coordinators are told. */
export async function unlessAltered<T>(deps: Deps, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AlteredRecord)) throw error;
    await tellAltered(deps, error.reference);
    return refused(altered());
  }
}

/** The case for what goes out by itself: nothing of an altered one does, and what waits in other cases does not wait behind it. */
export async function wholeCase(db: Db, caseId: string): Promise<StoredCase | null | 'altered'> {
  try {
    return await loadCase(db, caseId);
  } catch (error) {
    if (error instanceof AlteredRecord) return 'altered';
    throw error;
  }
}

const altered = () =>
  refusal(
    'altered',
    'capability 55',
    'The record of this case was changed outside Convene, so nothing of it can be shown or done. The coordinator has been told.',
  );
