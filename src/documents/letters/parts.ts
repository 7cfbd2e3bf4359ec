import { formatDay } from '../../calendar/isoDate.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { SentLetter } from '../../domain/caseReview.ts';
import { coordinatorsOf } from '../../domain/whoIsWho.ts';
import type { LetterName } from '../../domain/words.ts';
import { officerLabel } from '../procedureWords.ts';

/** What a letter is written from: the case today, which letter, and how it will go. */
export interface Writing {
  view: CaseView;
  letter: LetterName;
  by: SentLetter['by'];
}

/** Reference and date, then "Dear …". */
export const opening = ({ view }: Writing, to: string): string[] => [
  `Our reference: ${view.reference}`,
  `Date: ${formatDay(view.today)}`,
  `Dear ${to},`,
];

/** Whom to turn to, and the end of the letter. */
export function closing({ view }: Writing): string[] {
  const officer = coordinatorsOf(view.partnership)[0];
  const { name, mailbox } = view.partnership.authority;
  const who = officer ? `${officer.name}, ${officer.title}` : officerLabel(view);
  return [
    `Your contact from now on is ${who}, at ${name}. You can write to ${mailbox}. Please give the reference ${view.reference}. If you need this letter in large print, in easy words or in another language, tell us.`,
    `Yours sincerely,\n${who}\n${name}`,
  ];
}

/** Who applied: the person a letter to the applicant is addressed to. */
export function applicantName(view: CaseView): string {
  const { application, safeguarding } = view.review;
  return application?.with.applicant.name ?? safeguarding?.with.victim.name ?? 'applicant';
}

/** To the person who is heard for the victim: "you" where the victim applied, "the victim" where somebody applied for them. */
export const isVictim = (view: CaseView): boolean => view.review.application?.with.applicant.role !== 'representative';
