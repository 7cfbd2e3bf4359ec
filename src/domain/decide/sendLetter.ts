import type { CaseReview } from '../caseReview.ts';
import { isUntold, isWithoutContact } from '../closing.ts';
import type { LetterRole, ResolvedPolicy } from '../policy.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { decisionOf, isMet } from '../threshold.ts';
import type { LetterName } from '../words.ts';
import { familyRule, notInProcedure, notYet, type Check } from './given.ts';

/** A letter is marked as sent. Its date is the day it was sent; it starts the next clock. */
export const sendLetter: Check<'sendLetter'> = ({ review, command, policy }) => {
  const { letter, clock } = command.with;
  const rule = letterRule(letter, policy);
  const roles = rolesOf(letter, policy);
  if (roles.length === 0) return notInProcedure(familyRule(policy, 3), 'This procedure has no such letter.', 'letter');
  if (!review) return notYet(rule, 'There is no application yet.');
  if (clock !== undefined && !policy.clocks.some((it) => it.id === clock)) {
    return refusal('unknown_clock', rule, 'This procedure has no such clock.', 'clock');
  }
  const refusals = roles.map((role) => tooEarly(role, rule, review));
  return refusals.every((it) => it !== null) ? (refusals[0] ?? null) : null;
};

/** The rule by which a letter is owed: that of its clock, else the module's. */
export function letterRule(letter: LetterName, policy: ResolvedPolicy): string {
  const clock = policy.clocks.find(
    (it) => it.kind === 'duty' && 'letter' in it.metBy && it.metBy.letter.includes(letter),
  );
  return policy.letterRules[letter] ?? clock?.rule ?? familyRule(policy, 3);
}

/** What a letter says in this procedure; one letter may say "met" and "not met". */
export function rolesOf(letter: LetterName, policy: ResolvedPolicy): LetterRole[] {
  return (Object.entries(policy.letters) as [LetterRole, LetterName][])
    .filter(([, name]) => name === letter)
    .map(([role]) => role);
}

function tooEarly(role: LetterRole, rule: string, review: CaseReview): Refusal | null {
  const decided = decisionOf(review);
  switch (role) {
    case 'met':
      return isMet(decided) ? null : notYet(rule, 'The bodies have not decided that the threshold is met.');
    case 'not_met':
      return decided === 'not_met' || review.declined || review.decisions.some((it) => it.with.result === 'not_met')
        ? null
        : notYet(rule, 'The bodies have not decided that the threshold is not met.');
    case 'outcome':
    case 'minutes':
    case 'plan_draft':
      return review.panelHeld ? null : notYet(rule, 'The panel has not met yet.');
    case 'withdrawal':
      return review.closed && isWithoutContact(review.closed.as)
        ? null
        : notYet(rule, 'The case has not been closed as withdrawn.');
    case 'closing':
      return review.closed && isUntold(review.closed.as)
        ? null
        : notYet(rule, 'No closing of this case is waiting to be told.');
    case 'appeal_acknowledged':
      return review.appeals.length > 0 ? null : notYet(rule, 'There is no appeal.');
    case 'appeal_criteria_not_met':
    case 'appeal_result':
      return review.appeals.some((it) => it.decided) ? null : notYet(rule, 'The appeal has not been decided.');
    case 'acknowledgement':
    case 'update':
      return null;
  }
}
