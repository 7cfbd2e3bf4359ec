/** The closed word lists of the field (section 9 of the rule-book). Lists, not enums: each is also a zod schema's material. */
export const PROCEDURES = ['llr', 'warwickshire', 'hertsmere', 'staffordshire', 'shropshire'] as const;
export type Procedure = (typeof PROCEDURES)[number];

export const BODIES = ['council', 'county_council', 'police', 'commissioner', 'icb', 'landlord', 'other'] as const;
export type Body = (typeof BODIES)[number];
/** The bodies that the Act has decide together (s.105, Sch 4 para 5): landlords by co-option. The others may stand beside them. */
export const RELEVANT_BODIES = ['council', 'police', 'icb', 'landlord'] as const satisfies readonly Body[];

export const SEATS = [
  'council',
  'police',
  'landlord',
  'youth_justice',
  'health',
  'community_safety_manager',
  'csio',
  'neighbourhood_inspector',
  'housing_provider',
  'health_commissioner',
  'police_chief_inspector',
  'landlords_forum_chair',
  'assistant_director',
  'icb_adult_safeguarding',
  'victim_support',
  'other',
] as const;
export type Seat = (typeof SEATS)[number];

export const LETTERS = [
  'Letter 1',
  'Letter 2a',
  'Letter 2b',
  'Letter 3',
  'Letter 4',
  'Letter 5',
  'Letter 6',
  'CT3',
  'CT3b',
  'CT4',
  'acknowledgement',
  'threshold',
  'outcome',
  'update',
  'minutes',
  'withdrawal',
  'closing',
  'planDraft',
  'appealAcknowledgement',
  'appealOutcome',
] as const;
export type LetterName = (typeof LETTERS)[number];

export const RANKS = [
  'sergeant',
  'inspector',
  'chief_inspector',
  'superintendent',
  'officer',
  'community_safety_manager',
  'head_of_service',
  'director',
  'chief_executive',
  'senior_manager',
] as const;
export type Rank = (typeof RANKS)[number];

export const REFUSAL_CODES = [
  'anonymous',
  'setting_missing',
  'not_a_new_set',
  'consent_missing',
  'declaration_missing',
  'rank_too_low',
  'risk_assessment_missing',
  'too_few_bodies',
  'count_reached',
  'second_approver_missing',
  'extension_not_allowed',
  'below_minimum',
  'outcome_missing',
  'open_actions',
  'decider_not_independent',
  'result_not_available',
  'not_yet',
  'already_done',
  'reason_missing',
  'agreement_missing',
  'not_in_procedure',
  'unknown_clock',
  'unknown_action',
  'unknown_agency',
  'unknown_recommendation',
  'in_future',
  'voice_missing',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Under what name the record keeps a request to the appellant (STF-12.5): never a person's own. */
export const APPLICANT_ASKED = 'the applicant';

export type ReturnKind = 'threshold' | 'review' | 'appeal';
export type ThresholdResult = 'met' | 'not_met' | 'met_discretion';
export const CLOSED_AS = ['completed', 'not_met', 'withdrawn', 'no_contact', 'refused', 'duplicate'] as const;
export type ClosedAs = (typeof CLOSED_AS)[number];

/** How the victim is reached, and how the applicant says something. */
export const MEANS = ['letter', 'phone', 'email', 'visit'] as const;
export type Means = (typeof MEANS)[number];

export type AppealResult = 'criteria_not_met' | 'dismissed' | 'upheld' | 'referred_back' | 'overturned';
export type AppealAbout = 'threshold' | 'review';
export type RiskLevel = 'standard' | 'medium' | 'high';
/** How somebody may be reached. */
export const CONTACT_WAYS = ['email', 'phone', 'post', 'visit'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];
export type VoiceMode = 'attend' | 'representative' | 'written' | 'video' | 'read_out' | 'none';
export type Stage = 'enquiry' | 'application' | 'review' | 'plan' | 'closed';
export type LadderRecipient = 'owner' | 'line_manager' | 'head_of_service' | 'chief_executive';
