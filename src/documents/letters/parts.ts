import { formatDay } from '../../calendar/isoDate.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { SentLetter } from '../../domain/caseReview.ts';
import { coordinatorsOf } from '../../domain/whoIsWho.ts';
import type { LetterName } from '../../domain/words.ts';
import { listed } from '../plainWords.ts';
import { officerLabel } from '../procedureWords.ts';

/** What a letter is written from: the case today, which letter, and how it will go. */
export interface Writing {
  view: CaseView;
  letter: LetterName;
  by: SentLetter['by'];
  /** The clock that an update is about. */
  clock?: string | undefined;
}

/** Reference and date, then "Dear …". */
export const opening = ({ view }: Writing, to: string): string[] => [
  `Our reference: ${view.reference}`,
  `Date: ${formatDay(view.today)}`,
  `Dear ${to},`,
];

/** Whom to turn to, and the end of the letter. */
export function closing({ view }: Writing): string[] {
  const { name, mailbox, phone } = view.partnership.authority;
  const ways = `You can write to ${mailbox}${phone === undefined ? '' : ` or ring ${phone}`}.`;
  return [
    `Your contact from now on is ${signatory(view)}, at ${name}. ${ways} Please give the reference ${view.reference}. If you need this letter in large print, in easy words or in another language, tell us.`,
    signed(view),
  ];
}

/** The end of a letter to members of the panel. */
export const panelClosing = ({ view }: Writing): string[] => [signed(view)];

function signatory(view: CaseView): string {
  const officer = coordinatorsOf(view.partnership)[0];
  return officer ? `${officer.name}, ${officer.title}` : officerLabel(view);
}
const signed = (view: CaseView): string => `Yours sincerely,\n${signatory(view)}\n${view.partnership.authority.name}`;

/** To whom danger is reported while everything else takes its time. */
export const DANGER = 'If you or somebody else is in danger, ring 999 at once.';
export const REPORT_ON =
  'If anything more happens, report it as before, to the police on 101 or to the council, and tell us too.';

/** The services that help whatever is decided; named where the directory names them (HER-3.5). */
export function support({ partnership: { authority } }: CaseView): string {
  const named = (authority.support ?? []).map(({ name, contact }) => `${name} (${contact})`);
  return named.length > 0
    ? `Victim services and independent advocates can help you, free of charge: ${listed(named)}. You can go to them yourself, or ask us to put you in touch.`
    : 'Victim services and independent advocates can help you, free of charge. Ask us, and we give you their names and put you in touch.';
}

/** Ends with a full stop, once: for a reason that somebody typed. */
export const sentence = (words: string): string => (/[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);

/** Who applied: the person a letter to the applicant is addressed to. */
export function applicantName(view: CaseView): string {
  const { application, safeguarding } = view.review;
  return application?.with.applicant.name ?? safeguarding?.with.victim.name ?? 'applicant';
}

/** To the person who is heard for the victim: "you" where the victim applied, "the victim" where somebody applied for them. */
export const isVictim = (view: CaseView): boolean => view.review.application?.with.applicant.role !== 'representative';
