import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import type { Act } from '../acts.ts';
import { PAST, type ActEvent, type CaseEvent, type CaseReview, type Command, type Decision } from '../caseReview.ts';
import type { ResolvedPolicy } from '../policy.ts';
import { addAction } from './addAction.ts';
import { agreePlan } from './agreePlan.ts';
import { answerRecommendation } from './answerRecommendation.ts';
import { anyTime } from './anyTime.ts';
import { arrangePanel } from './arrangePanel.ts';
import { assignAppeal } from './assignAppeal.ts';
import { closeCase } from './closeCase.ts';
import { decideAppeal } from './decideAppeal.ts';
import { decideThreshold } from './decideThreshold.ts';
import { declineApplication } from './declineApplication.ts';
import { extendClock } from './extendClock.ts';
import { followUp } from './followUp.ts';
import type { Check } from './given.ts';
import { handOverAppeal } from './handOverAppeal.ts';
import { hearAppeal } from './hearAppeal.ts';
import { holdPanel } from './holdPanel.ts';
import { moveAction } from './moveAction.ts';
import { openSafeguardingReview } from './openSafeguardingReview.ts';
import { panelAfterVoice } from './panelAfterVoice.ts';
import { passOnAppeal } from './passOnAppeal.ts';
import { receiveAppeal } from './receiveAppeal.ts';
import { receiveApplication } from './receiveApplication.ts';
import { recordReturn } from './recordReturn.ts';
import { recordVoice } from './recordVoice.ts';
import { recordWithdrawal } from './recordWithdrawal.ts';
import { reportAction } from './reportAction.ts';
import { requestReturns } from './requestReturns.ts';
import { sendLetter } from './sendLetter.ts';
import { dayRefusal, onItsDay } from './trueDay.ts';

const CHECKS: { [A in Act]: Check<A> } = {
  receiveApplication,
  recordConsent: anyTime(1),
  amendComplaints: anyTime(2),
  openSafeguardingReview,
  declineApplication,
  sendLetter,
  requestReturns,
  recordReturn,
  assessRisk: anyTime(7),
  decideThreshold,
  extendClock,
  contactVictim: anyTime(6),
  recordVoice,
  arrangePanel,
  holdPanel,
  agreePlan,
  addAction,
  moveAction,
  reportAction,
  answerRecommendation,
  closeCase,
  recordWithdrawal,
  followUp,
  receiveAppeal,
  passOnAppeal,
  assignAppeal,
  handOverAppeal,
  hearAppeal,
  decideAppeal,
};

/** Decides one act: the events it leaves in the record, or a refusal with its code, its rule and plain words. Pure. */
export function decide<A extends Act>(
  review: CaseReview | null,
  command: Command<A>,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
): Decision {
  const check = CHECKS[command.act] as Check<A>;
  const given = { review, command, policy, calendar };
  const refused = dayRefusal(given) ?? check(given) ?? onItsDay(given, check);
  if (refused) return { kind: 'refused', refusal: refused };
  const fact = factOf(command as Command);
  return { kind: 'accepted', events: [fact, ...following(command as Command, fact, review, policy)] };
}

function factOf(command: Command): CaseEvent {
  const { act, on, enteredOn, because, detail, by } = command;
  const fact = { type: PAST[act], act, on, with: command.with ?? {} };
  const late = {
    ...(enteredOn === undefined || enteredOn === on ? {} : { enteredOn }),
    ...(because === undefined ? {} : { because }),
  };
  return {
    ...fact,
    ...late,
    ...(detail === undefined ? {} : { detail }),
    ...(by === undefined ? {} : { by }),
  } as ActEvent;
}

/** What follows by itself: a case closed for want of contact opens again on contact (AMB-C6), an upheld threshold appeal opens the review (LLR-12.10), and so may the call back (SHR-10.2). */
function following(command: Command, fact: CaseEvent, review: CaseReview | null, policy: ResolvedPolicy): CaseEvent[] {
  if (command.act === 'recordVoice') return review === null ? [] : panelAfterVoice(command, fact, review, policy);
  if (command.act === 'followUp' && command.with.next === 'further_review') {
    return [{ type: 'reviewOpened', on: command.on, why: 'follow_up' }];
  }
  if (command.act === 'contactVictim' && review !== null && review.stage !== 'closed')
    return panelAfterVoice(command, fact, review, policy);
  // AMB-C6: a victim whom nobody could reach, and who now gets in touch, finds the case open with its history.
  if (command.act === 'contactVictim' && command.with.reached && review?.closed?.as === 'no_contact')
    return [{ type: 'reviewOpened', on: command.on, why: 'contact' }];
  const upheld = command.act === 'decideAppeal' && ['upheld', 'overturned'].includes(command.with.result);
  const aboutThreshold = review?.appeals.at(-1)?.about === 'threshold';
  if (upheld && aboutThreshold && policy.appeal.upheldMakesMet)
    return [{ type: 'reviewOpened', on: command.on, why: 'appeal' }];
  return [];
}
