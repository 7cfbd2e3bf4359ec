import type { CaseFile } from './caseReview.ts';

/** Tries at reaching the victim since the victim was last reached: they begin anew with each contact (AMB-C6). */
export const contactTries = ({ contacts }: Pick<CaseFile, 'contacts'>): CaseFile['contacts'] =>
  contacts.slice(contacts.findLastIndex((it) => it.reached) + 1);
