import type { Act } from './acts.ts';
import type { CaseReview } from './caseReview.ts';
import type { Partnership, Person, Role } from './directory.ts';
import { reachOf } from './openPart.ts';
import { refusal, unknownCase, type Refusal } from './refusals.ts';
import { agencyNameOf, answerableFor, answerersOf, chairOf, personOf, runsCases } from './whoIsWho.ts';
import type { ReturnKind } from './words.ts';

/** What a person may ask of a case beside the acts of the rule-book. */
export type Doing =
  | Act
  | 'openCase'
  /** To read an agency's return as it was sent; to open, keep and send it is `recordReturn`. */
  | 'seeReturn'
  | 'proposeSlots'
  | 'movePanel'
  | 'cancelPanel'
  | 'issuePack'
  | 'runMeeting'
  | 'seeCase'
  /** To see what did not go out, send it again, or note how it was seen to. */
  | 'mendDelivery'
  /** To note what invitees answered in their calendars: the bot's own. */
  | 'noteInvitations';

/** What the act is about, where the right hangs on it. Names or ids; looked up in the record, never believed. */
export interface Subject {
  agency?: string | undefined;
  /** Which of the agency's returns. */
  kind?: ReturnKind | undefined;
  action?: string | undefined;
  recommendation?: string | undefined;
}

/** Who else of the lead authority than the coordinator may do it, by role alone. */
const BY_ROLE: Partial<Record<Doing, Role[]>> = {
  declineApplication: ['senior_manager'],
  decideThreshold: ['senior_manager'],
  extendClock: ['senior_manager'],
  hearAppeal: ['senior_manager'],
  decideAppeal: ['senior_manager'],
};
/** What whoever decides appeals for the lead authority may do, in cases that have one. */
const OF_APPEALS: Doing[] = ['hearAppeal', 'decideAppeal'];
const CHAIRS_TOO: Doing[] = ['runMeeting', 'holdPanel', 'agreePlan'];

/**
 * Whether this person may do this in this case, by the directory and the record alone. Null where they may.
 * The coordinator runs the case; agencies answer for themselves; an action is its owner's or deputy's; the chair leads the meeting.
 * The victim, where the directory has them, takes no part in their own case.
 */
export function mayAct(
  who: Person,
  doing: Doing,
  review: CaseReview | null,
  partnership: Partnership,
  about: Subject = {},
): Refusal | null {
  const person = personOf(partnership, who.id);
  if (person === undefined)
    return refusal('not_allowed', 'capability 53', 'You are not in this partnership’s directory.');
  if (review !== null && isVictim(person, review)) return unknownCase();
  if (doing === 'recordReturn' || doing === 'seeReturn') return mayReturn(person, doing, review, partnership, about);
  if (runsCases(person, partnership)) return null;
  if (doing === 'mendDelivery')
    return refusal('not_allowed', 'capability 53', 'Only the coordinator may see to what did not go out.');
  const home = person.tenantId === partnership.authority.tenantId;
  if (home && BY_ROLE[doing]?.some((role) => person.roles.includes(role))) return null;
  if (doing === 'openSafeguardingReview')
    // The level is the rule-book's question (HER-2.3); here it is enough to hold a rank at all.
    return person.rank === undefined
      ? refusal('not_allowed', 'HER-2.3', 'Only a senior manager may open a safeguarding review.')
      : null;
  if (review === null)
    return refusal('not_allowed', 'capability 1', 'Only the coordinator may open a case from an application.');
  if (home && OF_APPEALS.includes(doing) && review.appeals.length > 0 && person.roles.includes('appeal_decider'))
    return null;
  if (CHAIRS_TOO.includes(doing))
    return chairOf(review, partnership)?.id === person.id
      ? null
      : refusal('not_allowed', 'capability 27', 'Only the chair or the coordinator may run the meeting.');
  switch (doing) {
    case 'reportAction': {
      const action = review.actions.find((it) => it.id === about.action);
      if (action === undefined) return refusal('unknown_action', 'HER-10.1', 'There is no such action in this case.');
      return answerableFor(action, partnership).some((it) => it.id === person.id)
        ? null
        : refusal(
            'not_allowed',
            'HER-10.1',
            'Only the owner, the owner’s deputy or the coordinator may report on this action.',
          );
    }
    case 'answerRecommendation': {
      const to = review.recommendations.find((it) => it.id === about.recommendation)?.to;
      return to !== undefined && answersFor(person, to, partnership)
        ? null
        : refusal(
            'not_allowed',
            'STAT-7',
            'Only the body it is addressed to and the coordinator may answer a recommendation.',
          );
    }
    case 'seeCase':
      return maySee(person, review, partnership) ? null : unknownCase();
    default:
      return refusal('not_allowed', 'capability 53', 'Only the coordinator may do this.');
  }
}

/**
 * An agency's return is its named responders' and their deputies' alone, to open, keep and send. The coordinator reads what was
 * sent, and writes down only what nobody in the directory can: the applicant's answer in an appeal, that of an agency since gone.
 */
function mayReturn(
  person: Person,
  doing: 'recordReturn' | 'seeReturn',
  review: CaseReview | null,
  partnership: Partnership,
  { agency = '', kind }: Subject,
): Refusal | null {
  const name = agencyNameOf(partnership, agency);
  const asked = review?.requests.some((it) => it.agency === name && (kind === undefined || it.kind === kind));
  if (asked !== true) return refusal('unknown_agency', 'capability 12', 'This agency was not asked for this form.');
  if (answersFor(person, agency, partnership)) return null;
  const nobody = answerersOf(partnership, agency).length === 0;
  if (runsCases(person, partnership) && (doing === 'seeReturn' || nobody)) return null;
  return notYourForm();
}

export const notYourForm = (): Refusal =>
  refusal(
    'not_allowed',
    'capability 54',
    'This form belongs to another agency. Only the people it named may fill it in, and the coordinator may read what they sent.',
  );

const answersFor = (person: Person, agency: string, partnership: Partnership): boolean =>
  answerersOf(partnership, agency).some((it) => it.id === person.id);

function isVictim({ email }: Person, review: CaseReview): boolean {
  return email.toLowerCase() === reachOf(review).email?.toLowerCase();
}

/** Members of the case, and nobody else, may look at it. */
export const maySee = (person: Person, review: CaseReview, partnership: Partnership): boolean =>
  membersOf(review, partnership).some((member) => member.id === person.id);

/**
 * Who stands in the case's channel: coordinators, senior managers of the lead authority, panel members, the chair once named,
 * whoever was asked for a return and owners of actions, with their deputies. Never the victim. Nobody from outside the lead
 * authority before a representative's consent is on file: the channel itself discloses (STAT-10, AMB-E8).
 */
export function membersOf(review: CaseReview, partnership: Partnership): Person[] {
  const answering = new Set(
    review.requests.flatMap((it) => answerersOf(partnership, it.agency).map((person) => person.id)),
  );
  const answerable = new Set(review.actions.flatMap((it) => answerableFor(it, partnership).map((person) => person.id)));
  const panel = new Set(review.panelArranged?.detail?.panel ?? []);
  const chair = chairOf(review, partnership)?.id;
  const consentAwaited = awaitsConsent(review);
  const home = partnership.authority.tenantId;
  return partnership.people.filter((person) => {
    if (isVictim(person, review)) return false;
    if (consentAwaited && person.tenantId !== home) return false;
    if (runsCases(person, partnership) || person.roles.includes('panel_member')) return true;
    if (person.roles.includes('senior_manager') && person.tenantId === home) return true;
    return person.id === chair || panel.has(person.id) || answerable.has(person.id) || answering.has(person.id);
  });
}

/**
 * Not every form of consent will do everywhere. A signed one does, and a recorded reason to go on without (AMB-E8); that another did shows in the agencies being asked, which is
 * refused before (LLR-1.1, STF-1.3).
 */
function awaitsConsent(review: CaseReview): boolean {
  if (review.application?.with.applicant.role !== 'representative' || review.requests.length > 0) return false;
  return !review.consents.some(({ consent }) => 'exempt' in consent || consent.form === 'signed');
}
