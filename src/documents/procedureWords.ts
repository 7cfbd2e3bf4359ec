import type { CaseView } from '../domain/caseView.ts';
import type { LetterRole } from '../domain/policy.ts';
import { recommendationNumber } from '../domain/steps/letterWords.ts';
import type { LetterName, ReturnKind, Seat } from '../domain/words.ts';
import type { Period } from '../domain/settings.ts';
import { capital, counted, RETURN_KIND_WORDS, SEAT_WORDS } from './plainWords.ts';

/** What this procedure calls things. Every word of a policy that cards and letters show is read here. */
type Known = Pick<CaseView, 'policy'>;

/** "Acknowledge the application"; the clock's id where the policy has no words for it. */
export const clockLabel = (view: Known, id: string): string =>
  view.policy.clocks.find((clock) => clock.id === id)?.label ?? id;

/** The same for somebody outside: without the number of the letter that meets it, or another note in brackets. */
export const plainClock = (view: Known, id: string): string => clockLabel(view, id).replace(/ *\([^)]*\)/g, '');

/** Which of several clocks of one label: "recommendation 2 to Marshwick Police", an agency's name, the decision appealed against. */
export function subjectOf({ review }: Pick<CaseView, 'review'>, { of }: { of?: string }): string | undefined {
  const made = review.recommendations.find((it) => it.id === of);
  return made === undefined ? of : `recommendation ${recommendationNumber(review, made.id)} to ${made.to}`;
}

export const seatLabel = (view: Known, seat: string): string =>
  view.policy.seats.labels[seat as Seat] ?? (SEAT_WORDS as Partial<Record<string, string>>)[seat] ?? seat;

/** "Agency Response Form (CT5)". */
export const formLabel = (view: Known): string => view.policy.labels.form;

/** What an agency is asked for, at the head of a card or dialog: "Agency response form for the review", "Documents for the appeal". */
export const requestLabel = (view: Known, kind: ReturnKind): string =>
  kind === 'appeal' ? 'Documents for the appeal' : `${capital(formLabel(view))} ${RETURN_KIND_WORDS[kind]}`;

/** "Community Safety Intervention Officer (CSIO)": whoever runs the case. */
export const officerLabel = (view: Known): string => view.policy.labels.officer;

export const letterOf = (view: Known, role: LetterRole): LetterName | undefined => view.policy.letters[role];

/** What a letter is for in this case. Where one letter tells both decisions, the decision says which. */
export function roleOf(view: CaseView, letter: LetterName): LetterRole {
  const roles = (Object.keys(view.policy.letters) as LetterRole[]).filter((role) => letterOf(view, role) === letter);
  if (roles.includes('met') && roles.includes('not_met'))
    return view.told.threshold.decided === 'not_met' ? 'not_met' : 'met';
  return roles[0] ?? (letter === 'minutes' ? 'minutes' : 'update');
}

/** Who decides appeals, to stand in a sentence: the authority's own setting over the procedure's word (AMB-E10). */
export const appealBody = (view: Known): string => view.policy.settings['appeal.body'];

/** "20 working days", "28 days", "6 months". */
export function periodWords({ n, unit }: Period): string {
  const units: Record<Period['unit'], string> = { wd: 'working day', cd: 'day', wk: 'week', mo: 'month' };
  return counted(n, units[unit]);
}

/** The numbered form that goes with a refusal, where the procedure has one. */
export const appealFormTitle = (letter: LetterName): string =>
  letter === 'CT3' ? 'Appeal form (CT3a)' : 'Appeal form';

/** What a panel lacks: a seat of the minimum, or one of the two conditions on the whole. */
export function gapWords(view: Known, gap: string): string {
  if (gap === 'three_bodies') return `At least ${view.policy.seats.bodies?.least ?? 3} different bodies`;
  if (gap === 'independent_chair') return 'An independent chair';
  return seatLabel(view, gap);
}
