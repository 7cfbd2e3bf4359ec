import type { CaseFile, CaseReview, Closing, SentLetter } from './caseReview.ts';
import type { ResolvedPolicy } from './policy.ts';
import { decisionOf, isMet } from './threshold.ts';
import type { AppealAbout, ClosedAs, LetterName } from './words.ts';

/** Letters that tell the applicant when and why a case was closed; which of them a procedure sends, its policy says. */
const CLOSING_LETTERS: readonly LetterName[] = ['closing', 'withdrawal'];
/** Endings of which the applicant has not heard yet: not met and refused are told by letter before the closing. */
const UNTOLD: readonly ClosedAs[] = ['completed', 'withdrawn', 'no_contact', 'duplicate'];
const WITHOUT_CONTACT: readonly ClosedAs[] = ['withdrawn', 'no_contact'];

/** AMB-C11: does a letter about the closing follow this ending? */
export const isUntold = (as: ClosedAs): boolean => UNTOLD.includes(as);
/** HER-11.4: listed as withdrawn and closed. */
export const isWithoutContact = (as: ClosedAs): boolean => WITHOUT_CONTACT.includes(as);

/** The letter that tells this ending here, or null where it was told before. */
export function closingLetter(as: ClosedAs, { letters }: Pick<ResolvedPolicy, 'letters'>): LetterName | null {
  if (!isUntold(as)) return null;
  return (isWithoutContact(as) ? letters.withdrawal : undefined) ?? letters.closing ?? null;
}

/**
 * Nothing more is owed in the channel of the case: it is closed, and the applicant has been told. Until then the
 * channel stays open, so that the step that is left can be done where the case is.
 */
export function channelRests(review: CaseReview): boolean {
  const { closed } = review;
  if (closed === undefined) return false;
  return !isUntold(closed.as) || review.letters.some((it) => CLOSING_LETTERS.includes(it.letter) && it.on >= closed.on);
}

/** The closing that a letter tells: the last one up to its day. Null for every other letter. */
export function closingTold(letter: SentLetter, file: CaseFile): Closing | null {
  if (!CLOSING_LETTERS.includes(letter.letter)) return null;
  const closings = [...(file.earlierClosings ?? []), ...(file.closed ? [file.closed] : [])];
  return closings.findLast((it) => isUntold(it.as) && it.on <= letter.on) ?? null;
}

/**
 * STAT-9, STAT-13: against what the applicant may appeal once this letter about a closing is told. The review, where it was
 * found met and no outcome was told; the threshold, where no decision was told. Null where either was told before.
 */
export function windowOpenedBy(letter: SentLetter, file: CaseFile, policy: ResolvedPolicy): AppealAbout | null {
  const closing = closingTold(letter, file);
  if (closing === null) return null;
  const before = asAt(closing, file);
  if (isMet(decisionOf(before))) return isTold(before, policy.letters.outcome, reviewBegan(before)) ? null : 'review';
  const refusedOn = before.decisions.at(-1)?.on ?? before.declined?.on;
  return refusedOn !== undefined && isTold(before, policy.letters.not_met, refusedOn) ? null : 'threshold';
}

/** What had happened by the day of a closing. */
const asAt = ({ on }: Closing, file: CaseFile): CaseFile => ({
  ...file,
  letters: file.letters.filter((it) => it.on <= on),
  decisions: file.decisions.filter((it) => it.on <= on),
  reviewOpened: file.reviewOpened.filter((it) => it.on <= on),
});

/** The day the review that stands was opened anew, by an appeal or a call back; empty where it is the first. */
export const reviewBegan = (file: CaseFile): string =>
  file.reviewOpened.findLast((it) => it.why !== 'contact')?.on ?? '';

const isTold = (file: CaseFile, name: LetterName | undefined, since: string): boolean =>
  file.letters.some((it) => it.letter === name && it.on >= since);
