import type { CaseReview, Command } from '../caseReview.ts';
import { reachOf } from '../openPart.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { familyRule, notYet, type Check } from './given.ts';

/** How the victim is heard. Nobody may speak for them without their written agreement where the procedure asks for it (LLR-6.3); none needs a reason. */
export const recordVoice: Check<'recordVoice'> = ({ review, command, policy }) => {
  if (!review) return notYet(familyRule(policy, 6), 'There is no case yet.');
  const { mode, agreement, reason } = command.with;
  const { writtenAgreementRule } = policy.voice;
  // AMB-E8: who cannot consent, or cannot safely be asked, cannot agree in writing either.
  const exempt = review.consents.some((it) => 'exempt' in it.consent);
  if (mode === 'representative' && writtenAgreementRule && agreement !== 'written' && !exempt) {
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
  return mode === 'attend' || mode === 'representative' ? notInvitable(review, command) : null;
};

const no = (field: string, text: string): Refusal => refusal('bad_input', 'STAT-12', text, field);

/** Whoever comes is invited, by a way that may be used and an address that is known. A worked case carries no addresses. */
function notInvitable(review: CaseReview, { with: { mode }, detail }: Command<'recordVoice'>): Refusal | null {
  if (detail === undefined) return null;
  const { inviteBy, representative } = detail;
  const reach = reachOf(review);
  const own = detail.victimEmail ?? reach.email ?? '';
  const notBy = detail.notBy ?? reach.notBy ?? [];
  if (inviteBy === undefined) return no('inviteBy', 'Choose how the invitation goes to them.');
  if (mode === 'representative') {
    const email = representative?.email ?? '';
    if (!representative?.name) return no('representative.name', 'Enter who speaks for the victim.');
    if (inviteBy !== 'email') return null;
    if (email === '')
      return no('representative.email', 'Enter the representative’s e-mail, or choose another way to invite them.');
    return email.toLowerCase() === own.toLowerCase()
      ? no('representative.email', 'This is the victim’s own address. Enter the representative’s.')
      : null;
  }
  if (notBy.includes(inviteBy))
    return no('inviteBy', 'The victim must not be reached in this way. Choose another to invite them.');
  return inviteBy === 'email' && own === ''
    ? no('victimEmail', 'Enter the victim’s e-mail, or choose another way to invite them.')
    : null;
}
