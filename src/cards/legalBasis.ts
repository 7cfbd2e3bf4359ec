import type { ReturnKind } from '../domain/words.ts';

/** Why an agency may and must answer (STAT-10 and the sharing duties beside it), one press away on every request. */
export function legalBasis(kind: ReturnKind): string[] {
  return [
    'You may share what this form asks for. The Anti-social Behaviour, Crime and Policing Act 2014 (section 104 and Schedule 4) lets the bodies ask for it, and a body with public functions that holds it must give it.',
    'Section 115 of the Crime and Disorder Act 1998 and the Data Protection Act 2018 (public task) stand beside it. The victim’s consent is not what makes sharing lawful.',
    'Two things stay out: what data protection law forbids you to share, and what the Investigatory Powers Act 2016 forbids. Then choose “We hold something and cannot share it” and name the reason.',
    kind === 'threshold'
      ? 'Tell only what bears on the complaints of this application: who reported what, and when.'
      : 'Tell only what the panel needs: what was reported to you and what you did. Leave out health details of other people.',
  ];
}
