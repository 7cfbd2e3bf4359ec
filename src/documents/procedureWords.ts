import type { CaseView } from '../domain/caseView.ts';
import type { LetterName, Seat } from '../domain/words.ts';
import { SEAT_WORDS } from './plainWords.ts';

/** What this procedure calls things. Every word of a policy that cards and letters show is read here. */
type Known = Pick<CaseView, 'policy'>;

/** "Acknowledge the application"; the clock's id where the policy has no words for it. */
export const clockLabel = (view: Known, id: string): string => view.policy.clockLabels[id] ?? id;

export const seatLabel = (view: Known, seat: string): string =>
  (view.policy.seats as Partial<Record<string, string>>)[seat] ?? SEAT_WORDS[seat as Seat] ?? seat;

/** "Agency Response Form (CT5)". */
export const formLabel = (view: Known): string => view.policy.labels.agencyForm;

/** "Community Safety Intervention Officer (CSIO)": whoever runs the case. */
export const officerLabel = (view: Known): string => view.policy.labels.officer;

export const letterOf = (view: Known, role: string): LetterName | undefined =>
  (view.policy.letters as Partial<Record<string, LetterName>>)[role];

/** What a letter is for: its role in this procedure. */
export const roleOf = (view: Known, letter: LetterName): string =>
  Object.entries(view.policy.letters).find(([, name]) => name === letter)?.[0] ?? letter;
