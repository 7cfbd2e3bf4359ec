import type { ActEvent, CaseFile } from './caseReview.ts';
import { PANEL_LETTERS } from './letters.ts';
import { reachOf } from './openPart.ts';
import type { ContactWay } from './words.ts';

/** The victim's address and the ways not to use, as last said; what was not asked keeps what stood. */
export function reached(
  file: CaseFile,
  said: { victimEmail?: string | undefined; notBy?: ContactWay[] | undefined } = {},
) {
  const { victimEmail, notBy } = said;
  if (victimEmail === undefined && notBy === undefined) return file;
  const stood = reachOf(file);
  const email = victimEmail ?? stood.email ?? '';
  const ways = notBy ?? stood.notBy;
  return { ...file, reach: { ...(email === '' ? {} : { email }), ...(ways === undefined ? {} : { notBy: ways }) } };
}

/** The words of a letter to the panel, which Convene brings to its members; no other letter's are kept in the state. */
export const textOf = ({ with: { letter }, detail }: ActEvent & { act: 'sendLetter' }): { text?: string } =>
  detail?.draft !== undefined && PANEL_LETTERS.includes(letter) ? { text: detail.draft } : {};
