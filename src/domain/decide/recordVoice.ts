import { refusal } from '../refusals.ts';
import { familyRule, notYet, type Check } from './given.ts';

/** How the victim is heard. Nobody may speak for them without their written agreement where the procedure asks for it (LLR-6.3); none needs a reason. */
export const recordVoice: Check<'recordVoice'> = ({ review, command, policy }) => {
  if (!review) return notYet(familyRule(policy, 6), 'There is no case yet.');
  const { mode, agreement, reason } = command.with;
  const { writtenAgreementRule } = policy.voice;
  if (mode === 'representative' && writtenAgreementRule && agreement !== 'written') {
    return refusal(
      'agreement_missing',
      writtenAgreementRule,
      'The victim must have agreed in writing to be represented.',
      'agreement',
    );
  }
  if (mode === 'none' && reason === undefined) {
    return refusal(
      'reason_missing',
      'capability story 10',
      'Say why the victim is not heard; the reason goes to the victim.',
      'reason',
    );
  }
  return null;
};
