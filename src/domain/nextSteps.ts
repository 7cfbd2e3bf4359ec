import type { Day } from '../calendar/isoDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseReview } from './caseReview.ts';
import type { CaseView } from './caseView.ts';
import type { Partnership } from './directory.ts';
import type { ResolvedPolicy } from './policy.ts';
import { stepsOfActions } from './steps/actions.ts';
import { stepsOfAppeals } from './steps/appeals.ts';
import { stepsAfterPanel } from './steps/afterPanel.ts';
import { stepsBeforeDecision } from './steps/beforeDecision.ts';
import { stepsOfClosing } from './steps/closed.ts';
import { stepsOfDanger } from './steps/danger.ts';
import { stepsOfFollowUp } from './steps/followUp.ts';
import { stepsOfRecommendations } from './steps/recommendations.ts';
import { stepsOfReturns } from './steps/returns.ts';
import { stepsOfReview } from './steps/review.ts';
import { stepsOfClocks } from './steps/clocks.ts';
import type { Draft, StepContext } from './steps/context.ts';
import type { Told } from './told.ts';
import { coordinatorsOf } from './whoIsWho.ts';

/** One thing that somebody owes or may do next in a case, most urgent first. Advice: nothing here is done by itself. */
export interface NextStep {
  /** Stable within the case: `letter/CT4`, `return/review/police`, `action/1`, `close`. */
  key: string;
  /** Person ids who can do it, the one who owes it first. */
  who: string[];
  /** Imperative, plain: "Send the acceptance letter (CT4)". */
  words: string;
  /** What its button says where the words are too long for one, or carry the reason. */
  button?: string;
  rule?: string;
  clock?: string;
  dueOn?: Day;
  overdue: boolean;
  /** Stands before all others, whatever their days: danger first, then what was ordered because the plan cannot be waited for. */
  urgent?: Urgency;
  /** What opens it: a form of cards/forms, or a card by its matter. */
  opens: { form: string; params?: Record<string, string> } | { matter: string };
}

/** In the order in which they stand. */
export const URGENCY = ['danger', 'interim'] as const;
export type Urgency = (typeof URGENCY)[number];
/** 0 stands first. */
export const rankOf = ({ urgent }: Pick<NextStep, 'urgent'>): number =>
  urgent === undefined ? URGENCY.length : URGENCY.indexOf(urgent);

/** The whole life of a case as a list of what may be done now. Read off the record, the policy and the clocks alone. */
export function nextSteps(
  review: CaseReview,
  told: Told,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
  partnership: Partnership,
  today: Day,
  workings: CaseView['workings'] = {},
): NextStep[] {
  const spoc = coordinatorsOf(partnership).map((person) => person.id);
  const context: StepContext = { review, told, policy, calendar, partnership, today, workings, spoc };
  const found = [
    ...stepsOfDanger(context),
    ...stepsOfActions(context),
    ...stepsBeforeDecision(context),
    ...stepsOfReturns(context),
    ...stepsOfReview(context),
    ...stepsAfterPanel(context),
    ...stepsOfRecommendations(context),
    ...stepsOfAppeals(context),
    ...stepsOfFollowUp(context),
    ...stepsOfClosing(context),
  ];
  return [...found, ...stepsOfClocks(context, found)].sort(byUrgency).map((draft) => finished(draft, today));
}

/** A step without a day of its own stands where the day it holds up would put it. */
const byUrgency = (a: Draft, b: Draft): number =>
  rankOf(a) - rankOf(b) || (a.dueOn ?? a.before ?? '9999').localeCompare(b.dueOn ?? b.before ?? '9999');

function finished({ before: _, ...draft }: Draft, today: Day): NextStep {
  return { ...draft, overdue: draft.dueOn !== undefined && draft.dueOn < today };
}
