import type { CaseView } from '../domain/caseView.ts';
import type { SentLetter } from '../domain/caseReview.ts';
import type { LetterRole } from '../domain/policy.ts';
import type { LetterName } from '../domain/words.ts';
import type { Letter } from './document.ts';
import { acknowledgement } from './letters/acknowledgement.ts';
import { appealAcknowledgement } from './letters/appealAcknowledgement.ts';
import { appealOutcome } from './letters/appealOutcome.ts';
import { caseClosed } from './letters/caseClosed.ts';
import { minutesLetter, planDraftLetter } from './letters/minutesLetter.ts';
import { outcome } from './letters/outcome.ts';
import type { Writing } from './letters/parts.ts';
import { thresholdMet } from './letters/thresholdMet.ts';
import { thresholdNotMet } from './letters/thresholdNotMet.ts';
import { update } from './letters/update.ts';
import { roleOf } from './procedureWords.ts';

const WRITERS: Record<LetterRole, (writing: Writing) => Letter> = {
  acknowledgement,
  met: thresholdMet,
  not_met: thresholdNotMet,
  outcome,
  appeal_acknowledged: appealAcknowledgement,
  appeal_criteria_not_met: appealOutcome,
  appeal_result: appealOutcome,
  update,
  minutes: minutesLetter,
  withdrawal: caseClosed,
  closing: caseClosed,
  plan_draft: planDraftLetter,
};

/**
 * The draft of a letter, for a person to read, change and send: dated today, with the last days that follow from sending it
 * today by this means; an update is about `clock`. What a letter is for the policy says. It goes nowhere by itself.
 */
export const draftLetter = (letter: LetterName, view: CaseView, by: SentLetter['by'], clock?: string): Letter =>
  WRITERS[roleOf(view, letter)]({ view, letter, by, clock });
