import type { Day } from '../../calendar/isoDate.ts';
import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import type { CaseReview } from '../caseReview.ts';
import type { CaseView } from '../caseView.ts';
import type { Partnership } from '../directory.ts';
import type { NextStep } from '../nextSteps.ts';
import type { MetBy, ResolvedPolicy } from '../policy.ts';
import { numbered } from './letterWords.ts';
import type { Told, ToldClock } from '../told.ts';
import type { LetterName } from '../words.ts';

export interface StepContext {
  review: CaseReview;
  told: Told;
  policy: ResolvedPolicy;
  calendar: WorkingCalendar;
  partnership: Partnership;
  today: Day;
  workings: CaseView['workings'];
  /** Person ids of the coordinators. */
  spoc: string[];
}

/** A step before it is finished. `before`: the day it holds up, where it has none of its own. */
export type Draft = Omit<NextStep, 'overdue'> & { before?: Day };

/** The most urgent clock that still asks for this act or letter: open, or missed and still owed. */
export function owed({ told, policy }: StepContext, by: ClockMetBy): ToldClock | undefined {
  const ids = new Set(policy.clocks.filter((rule) => meets(rule.metBy, by)).map((rule) => rule.id));
  return told.clocks
    .filter((clock) => ids.has(clock.id) && isOwed(clock) && clock.governing !== false)
    .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))[0];
}
export const isOwed = (clock: ToldClock): boolean => clock.status === 'open' || clock.status === 'missed';

export type ClockMetBy = { letter: LetterName } | { act: Extract<MetBy, { act: string }>['act'] };
export const meets = (metBy: MetBy, by: ClockMetBy): boolean =>
  'letter' in metBy ? 'letter' in by && metBy.letter.includes(by.letter) : 'act' in by && metBy.act === by.act;

/** What a clock lends to the step that meets it. */
export const datesOf = (clock: ToldClock | undefined): Pick<Draft, 'rule' | 'clock' | 'dueOn'> =>
  clock === undefined
    ? {}
    : { rule: clock.rule, clock: clock.id, ...(clock.dueOn === undefined ? {} : { dueOn: clock.dueOn }) };

export const wasSent = (review: CaseReview, letter: LetterName, since: Day = ''): boolean =>
  review.letters.some((it) => it.letter === letter && it.on >= since);

/** Characters that a button takes without being cut. */
export const BUTTON = 60;

/** A step that opens the draft of a letter. */
export function letterStep(
  context: StepContext,
  letter: LetterName,
  words: string,
  clock: ToldClock | undefined = owed(context, { letter }),
): Draft {
  return {
    key: `letter/${letter}`,
    who: context.spoc,
    words,
    ...(words.length > BUTTON ? { button: `Write the letter${numbered(letter)}` } : {}),
    opens: { form: 'letter', params: { letter } },
    ...datesOf(clock),
  };
}
