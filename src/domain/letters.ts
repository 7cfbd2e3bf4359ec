import type { Day } from '../calendar/isoDate.ts';
import type { Appeal, CaseFile, SentLetter } from './caseReview.ts';
import { windowOpenedBy } from './closing.ts';
import type { LetterRole, ResolvedPolicy } from './policy.ts';
import { isMet } from './threshold.ts';
import type { AppealAbout, LetterName } from './words.ts';

/** Letters to the members of the panel: the record keeps their text, because Convene itself brings it to them. */
export const PANEL_LETTERS: readonly LetterName[] = ['minutes', 'planDraft'];

/** The first letter of these names sent on or after a day, or null. */
export function firstLetter(file: CaseFile, names: readonly LetterName[], from: Day): SentLetter | null {
  return file.letters.find((letter) => names.includes(letter.letter) && letter.on >= from) ?? null;
}

/** The letter's date in a role of the procedure, the first of it. */
export function letterOf(file: CaseFile, policy: ResolvedPolicy, role: LetterRole): SentLetter | null {
  const name = policy.letters[role];
  return name === undefined
    ? null
    : (file.letters.find((letter) => letter.letter === name && fits(letter, role, file)) ?? null);
}

/** One letter serves "met" and "not met" in some procedures: the decision of its day tells which it was. */
export function fits(letter: SentLetter, role: LetterRole, file: CaseFile): boolean {
  if (role !== 'met' && role !== 'not_met') return true;
  const decided = file.decisions.findLast((it) => it.on <= letter.on);
  const opened =
    file.reviewOpened.some((it) => it.why !== 'contact' && it.on <= letter.on) ||
    (file.safeguarding !== undefined && decided === undefined);
  const met = opened || isMet(decided?.with.result ?? null);
  return role === 'met' ? met : !met;
}

/**
 * When the applicant was told what can be appealed against: the last letter of the decision, or the one that tells that the case
 * ended without it (STAT-13), sent or received as the procedure counts (AMB-A8); else as the appeal says. `against`: for this
 * appeal; without it as the window last ran, which a decision taken anew opens once more.
 */
export function toldOn(
  file: CaseFile,
  about: AppealAbout,
  policy: ResolvedPolicy,
  calendar: WorkingAdd,
  against?: Appeal,
): Day | null {
  const role = about === 'threshold' ? 'not_met' : 'outcome';
  const telling = file.letters.filter(
    (it) => (it.letter === policy.letters[role] && fits(it, role, file)) || windowOpenedBy(it, file, policy) === about,
  );
  const appeals = file.appeals.filter((it) => it.about === about);
  const appeal = against ?? appeals[0];
  const upTo = (it: Appeal | undefined) => telling.findLast((letter) => !it || letter.on <= it.receivedOn);
  const letter = against ? upTo(against) : (toldAnew(telling, appeals) ?? upTo(appeal));
  if (!letter) return appeal?.with.toldOn ?? null;
  return policy.settings['appeal.anchor'] === 'sent' ? letter.on : receivedOn(letter, policy, calendar);
}

/** The letter that told a decision once more, after an appeal against the one before it was decided. */
function toldAnew(telling: SentLetter[], appeals: Appeal[]): SentLetter | undefined {
  const decided = appeals.findLast(({ decided: on }) => on !== undefined && telling.some((it) => it.on >= on.on));
  const since = decided?.decided?.on;
  if (since === undefined) return undefined;
  const next = appeals.find((it) => it !== decided && it.receivedOn >= since);
  return telling.findLast((it) => it.on >= since && (!next || it.on <= next.receivedOn));
}

interface WorkingAdd {
  add: (day: Day, n: number) => Day;
}

/** Recorded, else deemed: e-mail and hand the same day, post the second working day after posting. */
export function receivedOn(letter: SentLetter, policy: ResolvedPolicy, calendar: WorkingAdd): Day {
  if (letter.receivedOn !== undefined) return letter.receivedOn;
  const usual = { email: 0, hand: 0, post: 2 };
  return calendar.add(letter.on, { ...usual, ...policy.settings['service.deemed'] }[letter.by] ?? usual[letter.by]);
}

/** The letters that belong to an appeal: sent from its receipt until the next appeal comes. */
export function appealLetter(
  file: CaseFile,
  appeal: Appeal,
  names: readonly (LetterName | undefined)[],
): SentLetter | null {
  const next = file.appeals[file.appeals.indexOf(appeal) + 1];
  return (
    file.letters.find(
      (it) =>
        names.includes(it.letter) &&
        it.on >= appeal.receivedOn &&
        (!next || it.on < next.receivedOn || next.receivedOn === appeal.receivedOn),
    ) ?? null
  );
}
