import type { Day } from '../calendar/isoDate.ts';
import type { With } from './acts.ts';
import type { CaseFile, CaseReview } from './caseReview.ts';
import { reviewBegan } from './closing.ts';
import type { ResolvedPolicy } from './policy.ts';
import type { PanelGap, Told } from './told.ts';
import type { Seat } from './words.ts';

type Attendee = Pick<With<'holdPanel'>['attended'][number], 'seat' | 'body' | 'inWriting'>;
type Chair = Pick<With<'holdPanel'>['chair'], 'independent'>;

/** The seats that must be filled: the minimum, and what the case's facts require besides. */
export function requiredSeats(file: CaseFile, policy: ResolvedPolicy): { minimum: Seat[]; besides: Seat[] } {
  const minimum = [...policy.settings['panel.minimum']];
  const besides: Seat[] = [];
  const victim = file.application?.with.victim ?? file.safeguarding?.with.victim;
  const young = saidUnder18(file) && policy.settings['youth.trigger'] === 'invite';
  if (young && policy.seats.youth === 'seat') minimum.push('youth_justice');
  if (young && policy.seats.youth === 'required') besides.push('youth_justice');
  if (victim?.healthVulnerability === true && policy.seats.health) besides.push('health');
  return { minimum, besides };
}

/** AMB-E3: under 18 in the application, or in any return or assessment since: who says so first is enough. */
export function saidUnder18(file: CaseFile): boolean {
  const said = [
    file.application?.with.perpetrator?.age,
    file.safeguarding?.with.perpetrator?.age,
    ...file.requests.flatMap(({ answer }) => [answer?.perpetrator?.age, answer?.detail?.perpetratorAge]),
    ...file.risks.map((it) => it.perpetrator?.age),
  ];
  return said.includes('under18');
}

/** What a panel of these people would lack, before the start or after it. `quorate` looks at the minimum alone. */
export function panelGaps(
  attended: Attendee[],
  chair: Chair | null,
  file: CaseFile,
  policy: ResolvedPolicy,
): Told['panel'] {
  const { minimum, besides } = requiredSeats(file, policy);
  const here = new Set(attended.filter((it) => it.inWriting !== true).map((it) => it.seat));
  const heard = new Set(attended.map((it) => it.seat));
  const short: PanelGap[] = minimum.filter((seat) => !here.has(seat));
  if (tooFewBodies(attended, policy)) short.push('three_bodies');
  if (chairMustBeIndependent(policy) && chair?.independent !== true) short.push('independent_chair');
  // A written contribution will do for the health partner (WAR-8.3, STF-8.3).
  const absent = besides.filter((seat) => (seat === 'health' ? !heard.has(seat) : !here.has(seat)));
  return { required: [...minimum, ...besides], missing: [...short, ...absent], quorate: short.length === 0 };
}

/** The panel of the review in hand, once it has met; that of an earlier one where a further review is open does not count. */
export const panelMet = (review: CaseReview): CaseReview['panelHeld'] =>
  review.stage === 'review' || (review.panelHeld?.on ?? '') < reviewBegan(review) ? undefined : review.panelHeld;

/** The panel that is arranged and has yet to meet, on a day that has not passed. */
export const panelToCome = (review: CaseReview, on: Day): CaseReview['panelArranged'] => {
  const { panelArranged } = review;
  const ahead = review.stage !== 'closed' && panelMet(review) === undefined;
  return ahead && panelArranged !== undefined && panelArranged.with.for >= on ? panelArranged : undefined;
};

/** What is told of the panel: before it is held, only who is required. */
export function tellPanel(file: CaseFile, policy: ResolvedPolicy): Told['panel'] {
  const { panelHeld } = file;
  if (panelHeld) return panelGaps(panelHeld.with.attended, panelHeld.with.chair, file, policy);
  const { minimum, besides } = requiredSeats(file, policy);
  return { required: [...minimum, ...besides], missing: [], quorate: false };
}

/** The rule that a gap offends: seats first, then the number of bodies, then the chair. */
export function ruleOfGap(gaps: PanelGap[], policy: ResolvedPolicy): string {
  const seat = gaps.some((gap) => gap !== 'three_bodies' && gap !== 'independent_chair');
  if (seat) return policy.seats.minimumRule;
  return gaps.includes('three_bodies') ? policy.seats.bodiesRule : policy.seats.chairRule;
}

const chairMustBeIndependent = (policy: ResolvedPolicy): boolean =>
  ['required', 'named'].includes(policy.settings['chair.independent']);

/** HER-8.1: at least so many of the bodies the procedure lists. */
function tooFewBodies(attended: Attendee[], policy: ResolvedPolicy): boolean {
  const { bodies } = policy.seats;
  if (!bodies) return false;
  const present = attended.filter((it) => it.inWriting !== true && bodies.of.includes(it.body)).map((it) => it.body);
  return new Set(present).size < bodies.least;
}
