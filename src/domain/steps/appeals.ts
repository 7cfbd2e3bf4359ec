import { nameOfAppeal } from '../appealNames.ts';
import {
  hasClockFor,
  hasStep,
  lastAppeal,
  resultLetter,
  resultTold,
  sentBack,
  waitsToBePassedOn,
} from '../appealStanding.ts';
import type { Appeal } from '../caseReview.ts';
import { mayDiscloseAppeal } from '../consent.ts';
import { appealLetter } from '../letters.ts';
import type { ToldClock } from '../told.ts';
import { APPLICANT_ASKED } from '../words.ts';
import {
  letterStep,
  datesOf,
  isOwed,
  meets,
  wasSent,
  type ClockMetBy,
  type Draft,
  type StepContext,
} from './context.ts';
import { numbered } from './letterWords.ts';

/** From the appeal's arrival to the letter that tells its result, in an open case or a closed one, and what it sent back. */
export function stepsOfAppeals(context: StepContext): Draft[] {
  const appeal = lastAppeal(context.review);
  if (appeal === undefined) return [];
  return [...(appeal.decided === undefined ? underWay(appeal, context) : told(appeal, context)), ...again(context)];
}

function underWay(appeal: Appeal, context: StepContext): Draft[] {
  const { policy, review } = context;
  const step = (key: string, words: string, form: string, by?: ClockMetBy, button?: string): Draft => ({
    key: `appeal/${key}`,
    who: context.spoc,
    words,
    ...(button === undefined ? {} : { button }),
    opens: { form },
    ...stepDates(appeal, context, by),
  });
  const shared = mayDiscloseAppeal(appeal, review, policy);
  const heard = appeal.heardOn !== undefined || !hasClockFor('heard', policy);
  const handsOver = hasStep('handOverAppeal', policy) && appeal.handedOver === undefined;
  return [
    ...(shared
      ? []
      : [
          step(
            'consent',
            'Get the victim’s consent to the appeal: nothing may be shared before',
            'consent',
            undefined,
            'Record the victim’s consent',
          ),
        ]),
    ...(waitsToBePassedOn(appeal, policy)
      ? [
          step(
            'passOn',
            `Pass the appeal on to ${policy.settings['appeal.body']}`,
            'passOnAppeal',
            { act: 'passed_on' },
            'Pass the appeal on',
          ),
        ]
      : []),
    ...(appeal.assigned ? [] : [step('assign', 'Record who decides the appeal', 'assignAppeal')]),
    ...acknowledge(appeal, context),
    ...(handsOver && appeal.assigned && shared
      ? [step('handOver', 'Hand over the documents for the appeal', 'handOverAppeal', { act: 'handover' })]
      : []),
    ...(shared ? askForDocuments(appeal, context) : []),
    ...(heard || waitsToBePassedOn(appeal, policy)
      ? []
      : [step('hear', labelOf(context, 'heard') ?? 'Hear the appeal', 'hearAppeal', { act: 'heard' })]),
    ...(appeal.assigned && heard
      ? [step('decide', 'Record the decision on the appeal', 'decideAppeal', resultBy(context))]
      : []),
  ];
}

function acknowledge(appeal: Appeal, context: StepContext): Draft[] {
  const letter = context.policy.letters.appeal_acknowledged;
  if (letter === undefined || appealLetter(context.review, appeal, [letter]) !== null) return [];
  const clock = clockOf(appeal, context, { letter });
  return [letterStep(context, letter, `Acknowledge the appeal${numbered(letter)}`, clock)];
}

/** STF-12.5: all bodies for their documents, the applicant for reasons. */
function askForDocuments(appeal: Appeal, context: StepContext): Draft[] {
  const { policy, review, spoc } = context;
  const asked = review.requests.filter((it) => it.kind === 'appeal');
  if (!hasClockFor('appeal_request', policy) || waitsToBePassedOn(appeal, policy)) return [];
  if (asked.some((it) => it.body === 'applicant') && asked.length > 1) return [];
  return [
    {
      key: 'request/appeal',
      who: spoc,
      words: asked.length === 0 ? (labelOf(context, 'appeal_request') ?? '') : `Ask ${rest(asked)} as well`,
      button: 'Choose whom to ask',
      opens: { form: 'requestReturns', params: { kind: 'appeal' } },
      ...stepDates(appeal, context, { act: 'appeal_request' }),
    },
  ];
}
const rest = (asked: { body: string }[]): string =>
  asked.some((it) => it.body === 'applicant') ? 'the agencies for their documents' : `${APPLICANT_ASKED} for reasons`;

/** The decision stands: the letter that tells it. */
function told(appeal: Appeal, context: StepContext): Draft[] {
  const { review, policy } = context;
  const letter = resultLetter(appeal, policy);
  return letter === undefined || resultTold(appeal, review, policy)
    ? []
    : [
        letterStep(
          context,
          letter,
          `Send the result of the appeal${numbered(letter)}`,
          clockOf(appeal, context, { letter }),
        ),
      ];
}

/** The bodies decide once more; where they say no again in a case that stays closed, the letter is owed once more. */
function again(context: StepContext): Draft[] {
  const { review, policy, spoc } = context;
  const back = sentBack(review, policy);
  if (back !== undefined)
    return [
      {
        key: 'decide/again',
        who: spoc,
        words: 'Decide the threshold again: the appeal sent it back',
        button: 'Decide the threshold again',
        rule: `${policy.prefix}-12.1`,
        opens: { form: 'threshold' },
        before: back.decided?.on ?? back.receivedOn,
      },
    ];
  const last = review.decisions.at(-1);
  const letter = policy.letters.not_met;
  if (review.stage !== 'closed' || review.decisions.length < 2 || last?.with.result !== 'not_met') return [];
  if (letter === undefined || wasSent(review, letter, last.on)) return [];
  return [letterStep(context, letter, `Send the letter that says no, with the reasons${numbered(letter)}`, undefined)];
}

const resultBy = ({ policy }: StepContext): ClockMetBy | undefined =>
  policy.letters.appeal_result === undefined ? undefined : { letter: policy.letters.appeal_result };

const labelOf = ({ policy }: StepContext, act: 'heard' | 'appeal_request'): string | undefined =>
  policy.clocks.find(({ metBy }) => 'act' in metBy && metBy.act === act)?.label;

/** The date of this appeal's own clock, the governing one where two bind. */
function clockOf(appeal: Appeal, { told: all, policy, review }: StepContext, by: ClockMetBy): ToldClock | undefined {
  const ids = new Set(policy.clocks.filter((rule) => meets(rule.metBy, by)).map((rule) => rule.id));
  const of = nameOfAppeal(appeal, review);
  return all.clocks.find((it) => ids.has(it.id) && it.of === of && isOwed(it) && it.governing !== false);
}

/** A step that no clock holds stands where the appeal came. */
function stepDates(appeal: Appeal, context: StepContext, by: ClockMetBy | undefined): Partial<Draft> {
  const clock = by === undefined ? undefined : clockOf(appeal, context, by);
  return clock === undefined ? { before: appeal.receivedOn } : datesOf(clock);
}
