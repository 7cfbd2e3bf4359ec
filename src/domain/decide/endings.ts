import type { CaseReview } from '../caseReview.ts';
import { reviewBegan } from '../closing.ts';
import { contactTries } from '../contactTries.ts';
import type { ResolvedPolicy } from '../policy.ts';
import { countComplaints, withoutComplaints } from '../qualifyingComplaints.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { NO_CONTACT_MEANS } from '../settings.ts';
import { decisionOf, tellThreshold } from '../threshold.ts';
import type { ClosedAs } from '../words.ts';
import { notYet, type Given } from './given.ts';

/** What a closing is judged on: the case, and what is said of it. */
type Ending = Omit<Given<'closeCase'>, 'review'> & { review: CaseReview };

/** STAT-13: what each ending rests on. A reason why it cannot stand, or null. */
const ENDINGS: Record<ClosedAs, (ending: Ending) => Refusal | null> = {
  completed: ({ review, policy }) => firstLacking(reviewed(review, policy)),
  not_met: ({ review, policy }) => firstLacking(foundNotMet(review, policy)),
  refused: ({ review, policy }) => firstLacking(declined(review, policy)),
  withdrawn: ({ review }) =>
    firstLacking([[review.withdrawal !== undefined, 'Nobody has recorded that the applicant no longer wants it.']]),
  no_contact: noContact,
  duplicate,
};

/** Why a case cannot end in this way yet; null where it can. Open actions and the second approver are asked apart. */
export const endingLacks = (ending: Ending): Refusal | null => ENDINGS[ending.command.with.as](ending);

/** What must be so, and what to say where it is not; the first that lacks is told. */
type Needs = [boolean, string][];
function firstLacking(needs: Needs): Refusal | null {
  const lacking = needs.find(([stands]) => !stands);
  return lacking ? notYet('STAT-13', lacking[1], 'as') : null;
}

/** A review with its outcome told. A review that was opened once more needs its own panel, plan and letter. */
function reviewed(review: CaseReview, policy: ResolvedPolicy): Needs {
  const heldOn = review.panelHeld?.on ?? '';
  const { outcome } = policy.letters;
  return [
    [review.panelHeld !== undefined && heldOn >= reviewBegan(review), 'The panel has not met yet.'],
    [(review.planAgreedOn ?? '') >= heldOn && review.planAgreedOn !== undefined, 'The plan has not been agreed yet.'],
    [
      review.letters.some((it) => it.letter === outcome && it.on >= heldOn),
      'The applicant has not been told the outcome yet.',
    ],
  ];
}

function foundNotMet(review: CaseReview, policy: ResolvedPolicy): Needs {
  const decidedOn = review.decisions.at(-1)?.on ?? '';
  return [
    [decisionOf(review) === 'not_met', 'The bodies have not decided that the threshold is not met.'],
    [toldNo(review, policy, decidedOn), 'The applicant has not been told the decision yet.'],
  ];
}

function declined(review: CaseReview, policy: ResolvedPolicy): Needs {
  const on = review.declined?.on ?? '';
  return [
    [review.declined !== undefined && decisionOf(review) === null, 'The application has not been declined.'],
    [toldNo(review, policy, on), 'The applicant has not been told yet that the application was declined.'],
  ];
}

const toldNo = (review: CaseReview, { letters }: ResolvedPolicy, since: string): boolean =>
  review.letters.some((it) => it.letter === letters.not_met && it.on >= since);

/** AMB-C6: the attempts to reach the victim come first. */
function noContact({ review, policy, calendar, command }: Ending): Refusal | null {
  const { 'nocontact.attempts': attempts, 'nocontact.days': days } = policy.settings;
  const tries = contactTries(review);
  const first = tries[0];
  const means = new Set(tries.map((it) => it.means)).size;
  const made = first && tries.length >= attempts && means >= NO_CONTACT_MEANS;
  return made && calendar.between(first.on, command.on) >= days
    ? null
    : notYet(
        'AMB-C6',
        `At least ${attempts} attempts by ${NO_CONTACT_MEANS} means over ${days} working days come first.`,
        'as',
      );
}

/** STAT-3: closing does not go round the count. What stands in no other case is looked at here. */
function duplicate({ review, policy, command }: Ending): Refusal | null {
  const { of, covers } = command.with;
  if (of === undefined)
    return refusal('reason_missing', 'STAT-13', 'Give the reference of the case that holds the same complaints.', 'of');
  if (covers === undefined)
    return refusal('reason_missing', 'STAT-13', 'Say which complaints stand in the other case.', 'covers');
  const refs = review.complaints.map((it) => it.ref);
  if (!covers.every((ref) => refs.includes(ref)))
    return notYet('STAT-13', 'One of these complaints does not stand in this case.', 'covers');
  if (reachedOutside(review, policy, new Set(covers)))
    return refusal(
      'count_reached',
      'STAT-3',
      'The complaints that stand in no other case reach the threshold by themselves. This case must go on.',
      'covers',
    );
  return covers.length === 0 && refs.length > 0
    ? refusal('reason_missing', 'STAT-13', 'Say which complaints stand in the other case.', 'covers')
    : null;
}

/** Do the complaints left reach the count, the hate route or the floor of STAT-3? */
function reachedOutside(review: CaseReview, policy: ResolvedPolicy, covered: ReadonlySet<string>): boolean {
  const rest = withoutComplaints(review, covered);
  const { route, floorMet } = tellThreshold(rest, policy, countComplaints(rest, policy));
  return floorMet || route === 'A' || route === 'B';
}
