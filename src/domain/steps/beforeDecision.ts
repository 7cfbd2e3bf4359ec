import type { Day } from '../../calendar/isoDate.ts';
import { openAppeal, sentBack } from '../appealStanding.ts';
import { mayDisclose } from '../consent.ts';
import { numbered } from './letterWords.ts';
import type { ToldClock } from '../told.ts';
import { datesOf, letterStep, owed, wasSent, type Draft, type StepContext } from './context.ts';

/** From the application to the letter that tells the decision. */
export function stepsBeforeDecision(context: StepContext): Draft[] {
  const { review, told } = context;
  if (review.stage === 'closed' || review.application === undefined) return [];
  const decided = told.threshold.decided;
  if (decided === null && review.declined) return [...acknowledge(context), ...declined(context, review.declined.on)];
  return [
    ...acknowledge(context),
    ...(decided === null ? [...consent(context), ...askAgencies(context), ...risk(context), ...decide(context)] : []),
    ...(decided === 'not_met' ? notMet(context) : []),
  ];
}

function acknowledge(context: StepContext): Draft[] {
  const letter = context.policy.letters.acknowledgement;
  if (letter === undefined || wasSent(context.review, letter)) return [];
  return [letterStep(context, letter, `Send the acknowledgement${numbered(letter)}`)];
}

function consent({ review, spoc, policy }: StepContext): Draft[] {
  if (mayDisclose(review, policy)) return [];
  return [
    {
      key: 'consent',
      who: spoc,
      words: 'Get the victim’s consent: nothing may be shared before it is on file',
      button: 'Record the victim’s consent',
      opens: { form: 'consent' },
      before: review.openedOn,
    },
  ];
}

function askAgencies(context: StepContext): Draft[] {
  const { review, spoc } = context;
  if (review.requests.some((it) => it.kind === 'threshold')) return [];
  return [
    {
      key: 'request/threshold',
      who: spoc,
      words: 'Ask the agencies to confirm the reports',
      opens: { form: 'requestReturns', params: { kind: 'threshold' } },
      ...beforeDecision(context),
    },
  ];
}

/** WAR-7.1, STF-7.1: the decision waits for it; elsewhere the risk is assessed after acceptance. */
function risk(context: StepContext): Draft[] {
  const { review, policy, spoc } = context;
  const blocks = policy.settings['risk.before_decision'] === 'block';
  if (!blocks || review.risks.some((it) => it.stage === 'before_threshold')) return [];
  return [
    {
      key: 'risk/before_threshold',
      who: spoc,
      words: 'Assess the risk before the decision',
      opens: { form: 'risk' },
      ...beforeDecision(context),
    },
  ];
}

function decide(context: StepContext): Draft[] {
  const { told, spoc, review } = context;
  const clock = decisionClock(context);
  const advice =
    told.threshold.advice === 'met'
      ? 'Record the decision on the threshold: the count says it must be found met'
      : 'Record the decision on the threshold, with reasons';
  const waiting = review.requests.some((it) => it.kind === 'threshold' && it.answer === undefined);
  return [
    {
      key: 'decide',
      who: spoc,
      words: waiting ? `${advice} (answers are still to come)` : advice,
      button: 'Decide the threshold',
      opens: { form: 'threshold' },
      ...datesOf(clock),
    },
  ];
}

/** HER-1.4, LLR-1.4: an application that was turned away is answered in writing, then closed as refused. */
function declined(context: StepContext, on: Day): Draft[] {
  const letter = context.policy.letters.not_met;
  if (letter !== undefined && !wasSent(context.review, letter, on))
    return [letterStep(context, letter, `Send the letter that says why it was declined${numbered(letter)}`)];
  return openAppeal(context.review) === undefined
    ? [
        {
          key: 'close',
          who: context.spoc,
          words: 'Close the case: the application was declined',
          button: 'Close the case',
          opens: { form: 'close' },
        },
      ]
    : [];
}

function notMet(context: StepContext): Draft[] {
  const { review, policy, spoc } = context;
  const letter = policy.letters.not_met;
  const decidedOn = review.decisions.at(-1)?.on ?? '';
  if (letter !== undefined && !wasSent(review, letter, decidedOn))
    return [letterStep(context, letter, `Send the letter that says no, with the reasons${numbered(letter)}`)];
  // While an appeal is under way, or has sent the decision back, the case is not at its end.
  if (openAppeal(review) !== undefined || sentBack(review, policy) !== undefined) return [];
  return [
    {
      key: 'close',
      who: spoc,
      words: 'Close the case: the threshold is not met',
      button: 'Close the case',
      opens: { form: 'close' },
    },
  ];
}

/** The day for deciding itself, where the procedure sets one; else the day of the letter that tells it. */
function decisionClock(context: StepContext): ToldClock | undefined {
  const { met } = context.policy.letters;
  return owed(context, { act: 'decided' }) ?? (met === undefined ? undefined : owed(context, { letter: met }));
}

function beforeDecision(context: StepContext): { before?: string } {
  const day = decisionClock(context)?.dueOn;
  return day === undefined ? {} : { before: context.calendar.previous(day) };
}
