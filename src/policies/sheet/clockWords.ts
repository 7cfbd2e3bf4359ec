import { periodWords } from '../../domain/explain.ts';
import { updateInterval } from '../../domain/extensions.ts';
import { periodOf } from '../../domain/periods.ts';
import type { Anchor, ClockRule, MetBy, ResolvedPolicy } from '../../domain/policy.ts';

/** The days that clocks count from, for people. Also the list of all there are. */
export const ANCHORS: Record<Anchor, string> = {
  application: 'the application received',
  acknowledged: 'the acknowledgement sent',
  acknowledged_or_received: 'the acknowledgement sent',
  met_letter: 'the letter “met” sent',
  decided_met: 'the decision “met”',
  request_sent: 'the request sent',
  panel_held: 'the panel’s meeting',
  plan_agreed: 'the plan agreed',
  closed_without_contact: 'closing as withdrawn or without contact',
  closed_untold: 'closing, where no earlier letter told that it ends',
  recommended: 'the plan agreed, or the result of the appeal sent',
  risk_assessed: 'the last assessment',
  appeal_to_lead: 'the council’s receipt of the appeal',
  told: 'the applicant told',
  appeal_assigned: 'the handling body known',
  appeal_received: 'the appeal received',
  appeal_acknowledged: 'the appeal acknowledged',
  appeal_heard: 'the appeal heard',
  appeal_backstop: 'the appeal form back',
  office_received: 'the office’s receipt of the appeal',
  appeal_result_with_recommendations: 'the result sent, with recommendations',
  passed_back: 'the result sent that orders the review',
};

/** The acts that meet clocks, for people. Also the list of all there are. */
export const MEETING_ACTS: Record<Extract<MetBy, { act: string }>['act'], string> = {
  decided: 'the threshold decision',
  panel_held: 'the panel’s meeting',
  contact_and_risk: 'the victim reached and the risk assessed',
  return: 'the agency’s return',
  follow_up: 'the follow-up, reached',
  appeal: 'the appeal made',
  handover: 'the papers handed over',
  heard: 'the hearing',
  passed_on: 'the appeal passed on',
  recommendation_answer: 'the body’s answer',
  risk_assessed: 'the next assessment',
  appeal_request: 'the request for documents',
};

export const WHO: Record<ClockRule['owedBy'], string> = {
  spoc: 'the officer who runs the case',
  agency: 'each agency asked',
  recommended_body: 'the body it is addressed to',
  applicant: 'the applicant',
  handling_authority: 'the council that handles the appeal',
  decider: 'whoever decides the appeal',
  lead_body: 'the lead body',
};

const KINDS: Record<ClockRule['kind'], string> = {
  duty: 'duty',
  right: 'right of the applicant',
  agency: 'owed by agencies',
  request: 'asked for, not owed by law',
  target: 'local target, no breach',
  trigger: 'trigger',
};

/** One row of the sheet's table of dates, in the order of its head. */
export function clockRow(clock: ClockRule, policy: ResolvedPolicy): string[] {
  const period = periodOf(clock.period, policy);
  const setting = typeof clock.period === 'string' && clock.period !== 'none_set' ? ` (setting ${clock.period})` : '';
  const cap =
    clock.capBefore === undefined ? '' : `, never later than ${clock.capBefore} working days before what it is for`;
  return [
    clock.id,
    clock.label,
    `${period === null ? 'none set' : periodWords(period)}${setting}${cap}`,
    anchorWords(clock, policy),
    KINDS[clock.kind],
    WHO[clock.owedBy],
    metByWords(clock.metBy),
    moreTime(clock, policy),
    `${clock.rule}, section ${clock.section}`,
  ];
}

export const CLOCK_HEAD = ['Clock', 'What', 'Time', 'Counts from', 'Kind', 'Who', 'Met by', 'More time', 'Rests on'];

/** "letter CT4", "the hearing". */
export const metByWords = (metBy: MetBy): string =>
  'letter' in metBy ? `letter ${metBy.letter.join(' or ')}` : MEETING_ACTS[metBy.act];

/** AMB-C8: a council may count from receipt what the page counts from the acknowledgement. */
const anchorWords = ({ from }: ClockRule, { settings }: ResolvedPolicy): string =>
  from === 'acknowledged_or_received' && settings['review.anchor'] === 'received' ? ANCHORS.application : ANCHORS[from];

function moreTime(clock: ClockRule, policy: ResolvedPolicy): string {
  const interval = updateInterval(clock, policy);
  return interval === null ? 'none' : `with a reason, and an update every ${periodWords(interval)}`;
}
