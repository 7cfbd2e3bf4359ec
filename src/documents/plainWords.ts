import type { LetterRole } from '../domain/policy.ts';
import type {
  AppealAbout,
  AppealResult,
  Body,
  ClosedAs,
  ContactWay,
  LadderRecipient,
  Means,
  ReturnKind,
  RiskLevel,
  Seat,
  Stage,
  ThresholdResult,
  VoiceMode,
} from '../domain/words.ts';

/** The field's closed word lists as plain English, for letters and cards alike. */

export const BODY_WORDS: Record<Body, string> = {
  council: 'the council',
  county_council: 'the county council',
  police: 'the police',
  commissioner: "the commissioner's office",
  icb: 'the integrated care board',
  landlord: 'the housing provider',
  other: 'another body',
};

export const SEAT_WORDS: Record<Seat, string> = {
  council: 'Council',
  police: 'Police',
  landlord: 'Housing provider',
  youth_justice: 'Youth justice service',
  health: 'Health',
  community_safety_manager: 'Community Safety Manager',
  csio: 'Community Safety Intervention Officer',
  neighbourhood_inspector: 'Neighbourhood Inspector',
  housing_provider: "Housing provider's manager",
  health_commissioner: "Health commissioner's manager",
  police_chief_inspector: 'Police Chief Inspector',
  landlords_forum_chair: "Chair of the landlords' forum",
  assistant_director: 'Assistant Director of the council',
  icb_adult_safeguarding: 'Head of Adult Safeguarding, integrated care board',
  victim_support: 'Victim support',
  other: 'Other',
};

export const STAGE_WORDS: Record<Stage, string> = {
  enquiry: 'Enquiry',
  application: 'Application',
  review: 'Review',
  plan: 'Action plan',
  closed: 'Closed',
};

export const CLOSED_WORDS: Record<ClosedAs, string> = {
  completed: 'completed',
  not_met: 'threshold not met',
  withdrawn: 'withdrawn',
  no_contact: 'no contact with the victim',
  refused: 'application refused',
  duplicate: 'dealt with in another case',
};

export const THRESHOLD_WORDS: Record<ThresholdResult, string> = {
  met: 'the threshold is met',
  not_met: 'the threshold is not met',
  met_discretion: 'the review goes ahead by discretion',
};

export const MEANS_WORDS: Record<Means, string> = {
  letter: 'by letter',
  phone: 'by telephone',
  email: 'by e-mail',
  visit: 'in person',
};

export const RISK_WORDS: Record<RiskLevel, string> = { standard: 'Standard', medium: 'Medium', high: 'High' };

export const VOICE_WORDS: Record<VoiceMode, string> = {
  attend: 'comes to the open part of the meeting',
  representative: 'a representative speaks at the meeting',
  written: 'a written statement',
  video: 'a recorded video statement',
  read_out: 'a statement that is read out',
  none: 'not heard at the meeting (reason recorded)',
};

/** Who of the victim's side comes to the open part. */
export const GUEST_WORDS = { victim: 'the victim', representative: 'the victim’s representative' } as const;

export const WAY_WORDS: Record<ContactWay, string> = {
  email: 'by e-mail',
  phone: 'by phone',
  post: 'by post',
  visit: 'by a visit',
};

export const RETURN_KIND_WORDS: Record<ReturnKind, string> = {
  threshold: 'for the threshold decision',
  review: 'for the review',
  appeal: 'for the appeal',
};

export const RUNG_WORDS: Record<LadderRecipient, string> = {
  owner: 'the action owner',
  line_manager: 'the line manager',
  head_of_service: 'the Head of Service',
  chief_executive: 'the Chief Executive',
};

export const APPEAL_RESULT_WORDS: Record<AppealResult, string> = {
  criteria_not_met: 'The appeal does not meet the conditions for an appeal.',
  dismissed: 'The appeal is not upheld. The decision stands.',
  upheld: 'The appeal is upheld.',
  referred_back: 'The case goes back to the bodies that decided, to look again.',
  overturned: 'The decision is overturned.',
};

export const APPEAL_ABOUT_WORDS: Record<AppealAbout, string> = {
  threshold: 'the decision on the threshold',
  review: 'the review and its outcome',
};

/** `a, b and c`. */
/** How a complaint is called: the form numbers them c1, c2; an application from elsewhere may bring refs of its own. */
export const complaintName = (ref: string): string =>
  /^c\d+$/.test(ref) ? `Incident ${ref.slice(1)}` : `Complaint ${ref}`;

export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What a letter is, at the head of its dialog; one that the procedure numbers has its number after it. */
export const LETTER_WORDS: Record<LetterRole, string> = {
  acknowledgement: 'acknowledgement of the application',
  met: 'the threshold is met',
  not_met: 'the threshold is not met',
  outcome: 'outcome of the review',
  appeal_acknowledged: 'acknowledgement of the appeal',
  appeal_criteria_not_met: 'why the appeal cannot be taken',
  appeal_result: 'result of the appeal',
  update: 'how the case stands',
  minutes: 'minutes and plan for the panel',
  withdrawal: 'the review is withdrawn and closed',
  closing: 'the case is closed',
  plan_draft: 'draft of the plan for the panel',
};
