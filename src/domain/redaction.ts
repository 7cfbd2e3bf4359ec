import type { CaseFile } from './caseReview.ts';

/** HER-9.4, AMB-E3: ids of the actions that may stand in the victim's copy. A person approves; this only proposes. */
export function victimCopy(file: Pick<CaseFile, 'actions'>): string[] {
  return file.actions.filter((action) => action.tellVictim).map((action) => action.id);
}
