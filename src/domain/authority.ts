import type { Act } from './acts.ts';
import type { CaseReview } from './caseReview.ts';
import type { Partnership, Person, Role } from './directory.ts';
import { refusal, type Refusal } from './refusals.ts';
import { agencyNameOf, answerableFor, chairOf, personOf, runsCases } from './whoIsWho.ts';

/** What a person may ask of a case beside the acts of the rule-book. */
export type Doing =
  | Act
  | 'openCase'
  | 'seeReturn'
  | 'proposeSlots'
  | 'movePanel'
  | 'cancelPanel'
  | 'issuePack'
  | 'runMeeting'
  | 'seeCase';

/** What the act is about, where the right hangs on it. Names or ids; looked up in the record, never believed. */
export interface Subject {
  agency?: string;
  action?: string;
  recommendation?: string;
}

/** Who else of the lead authority than the coordinator may do it, by role alone. */
const BY_ROLE: Partial<Record<Doing, Role[]>> = {
  declineApplication: ['senior_manager'],
  decideThreshold: ['senior_manager'],
  extendClock: ['senior_manager'],
  hearAppeal: ['appeal_decider', 'senior_manager'],
  decideAppeal: ['appeal_decider', 'senior_manager'],
};
const CHAIRS_TOO: Doing[] = ['runMeeting', 'holdPanel', 'agreePlan'];

/**
 * Whether this person may do this in this case, by the directory and the record alone. Null where they may.
 * The coordinator runs the case; agencies answer for themselves; an action is its owner's or deputy's; the chair leads the meeting.
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
  if (runsCases(person, partnership)) return null;
  const home = person.tenantId === partnership.authority.tenantId;
  if (home && BY_ROLE[doing]?.some((role) => person.roles.includes(role))) return null;
  if (doing === 'openSafeguardingReview')
    // The level is the rule-book's question (HER-2.3); here it is enough to hold a rank at all.
    return person.rank === undefined
      ? refusal('not_allowed', 'HER-2.3', 'Only a senior manager may open a safeguarding review.')
      : null;
  if (review === null)
    return refusal('not_allowed', 'capability 1', 'Only the coordinator may open a case from an application.');
  if (CHAIRS_TOO.includes(doing))
    return chairOf(review, partnership)?.id === person.id
      ? null
      : refusal('not_allowed', 'capability 27', 'Only the chair or the coordinator may run the meeting.');
  switch (doing) {
    case 'recordReturn':
    case 'seeReturn':
      return answersFor(person, about.agency ?? '', partnership)
        ? null
        : refusal(
            'not_allowed',
            'capability 54',
            'This form belongs to another agency. Only that agency and the coordinator may open it.',
          );
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
      return maySee(person, review, partnership)
        ? null
        : refusal('unknown_case', 'capability 53', 'There is no case of that reference among yours.');
    default:
      return refusal('not_allowed', 'capability 53', 'Only the coordinator may do this.');
  }
}

const answersFor = (person: Person, agency: string, partnership: Partnership): boolean =>
  agency !== '' && agencyNameOf(partnership, person.agency) === agencyNameOf(partnership, agency);

/** Members of the case, and nobody else, may look at it. */
export const maySee = (person: Person, review: CaseReview, partnership: Partnership): boolean =>
  membersOf(review, partnership).some((member) => member.id === person.id);

/**
 * Who stands in the case's channel: coordinators, senior managers of the lead authority, panel members, the chair once named,
 * whoever was asked for a return, owners of actions and their deputies. Never the victim. Nobody from outside the lead
 * authority before a representative's consent is on file: the channel itself discloses (STAT-10, AMB-E8).
 */
export function membersOf(review: CaseReview, partnership: Partnership): Person[] {
  const asked = new Set(review.requests.map((it) => agencyNameOf(partnership, it.agency)));
  const answerable = new Set(review.actions.flatMap((it) => answerableFor(it, partnership).map((person) => person.id)));
  const panel = new Set(review.panelArranged?.detail?.panel ?? []);
  const chair = chairOf(review, partnership)?.id;
  const victimEmail = review.application?.detail?.victimEmail?.toLowerCase();
  const consentAwaited = awaitsConsent(review);
  const home = partnership.authority.tenantId;
  return partnership.people.filter((person) => {
    if (victimEmail !== undefined && victimEmail !== '' && person.email.toLowerCase() === victimEmail) return false;
    if (consentAwaited && person.tenantId !== home) return false;
    if (runsCases(person, partnership) || person.roles.includes('panel_member')) return true;
    if (person.roles.includes('senior_manager') && person.tenantId === home) return true;
    if (person.id === chair || panel.has(person.id) || answerable.has(person.id)) return true;
    return asked.has(agencyNameOf(partnership, person.agency)) && isResponder(person, partnership);
  });
}

function isResponder(person: Person, partnership: Partnership): boolean {
  return partnership.agencies.some((agency) => agency.id === person.agency && agency.responders.includes(person.id));
}

/**
 * Not every form of consent will do everywhere. A signed one does; that another did shows in the agencies being asked, which is
 * refused before (LLR-1.1, STF-1.3).
 */
function awaitsConsent(review: CaseReview): boolean {
  if (review.application?.with.applicant.role !== 'representative' || review.requests.length > 0) return false;
  return !review.consents.some(({ consent }) => 'form' in consent && consent.form === 'signed');
}
