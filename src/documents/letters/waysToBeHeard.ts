import type { CaseView } from '../../domain/caseView.ts';
import type { VoiceMode } from '../../domain/words.ts';

/** The ways that this procedure has, and no other (family 6). */
export function waysToBeHeard(view: CaseView): string {
  const { modes } = view.policy.voice;
  const known = MODES.filter((mode) => modes.includes(mode)).map((mode) => wayWords(mode, view));
  return `There ${known.length === 1 ? 'is one way' : 'are several ways; please choose the one that suits'}: ${known.join('; ')}.`;
}

const MODES = ['attend', 'representative', 'written', 'video', 'read_out'] as const satisfies VoiceMode[];

function wayWords(mode: (typeof MODES)[number], { policy }: CaseView): string {
  const { slot_minutes: slot } = policy.settings;
  const { writtenAgreementRule, bearer } = policy.voice;
  switch (mode) {
    case 'attend':
      return `come to the first part of the meeting${slot === null ? '' : ` for about ${slot} minutes`}, in person or online, alone or with somebody you trust`;
    case 'representative': {
      const who = bearer === null ? 'send somebody to speak' : `have ${bearer}, or somebody else, speak`;
      return `${who}${writtenAgreementRule === null ? '' : ': then we need your agreement in writing'}`;
    }
    case 'written':
      return 'write a statement for the panel';
    case 'video':
      return 'record a statement on video for the panel';
    case 'read_out':
      return 'write a statement that is read out at the meeting';
  }
}
