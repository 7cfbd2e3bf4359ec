import type { ClockRule } from '../policy.ts';
import type { ToldClock } from '../told.ts';
import { datesOf, isOwed, type Draft, type StepContext } from './context.ts';
import { numbered } from './letterWords.ts';

/** Updates owed while a clock is extended, and every other date the case owes that no step speaks of yet. */
export function stepsOfClocks(context: StepContext, found: Draft[]): Draft[] {
  const { told, policy, spoc, review } = context;
  const updates = told.updates.map((it): Draft => ({
    key: `update/${it.clock}`,
    who: spoc,
    words: 'Send the applicant an update',
    clock: it.clock,
    dueOn: it.nextDueOn,
    opens: { form: 'letter', params: { letter: 'update', clock: it.clock } },
  }));
  const spokenOf = new Set([...found, ...updates].map((step) => step.clock));
  const rest = told.clocks.flatMap((clock): Draft[] => {
    const rule = policy.clocks.find((it) => it.id === clock.id);
    if (rule === undefined || !isOwed(clock) || clock.governing === false || spokenOf.has(clock.id)) return [];
    if (rule.owedBy === 'agency' || rule.owedBy === 'applicant' || isOfAppeal(rule)) return [];
    if (review.closed === undefined ? onTheRoad(rule, context) : !outlives(clock, rule, context)) return [];
    return [
      {
        key: `clock/${clock.id}${clock.of === undefined ? '' : `/${clock.of}`}`,
        who: spoc,
        words: 'letter' in rule.metBy ? `${rule.label}${numbered(rule.metBy.letter[0] ?? 'update')}` : rule.label,
        ...datesOf(clock),
        opens: opensFor(rule),
      },
    ];
  });
  return [...updates, ...rest];
}

/** Met on the case's own road, where another step stands for it: it cannot be done before that step. */
function onTheRoad({ metBy }: ClockRule, { policy }: StepContext): boolean {
  if ('act' in metBy) return ['decided', 'panel_held', 'contact_and_risk', 'return', 'follow_up'].includes(metBy.act);
  const { acknowledgement, met, not_met, outcome, minutes, plan_draft } = policy.letters;
  const own = [acknowledgement, met, not_met, outcome, minutes, plan_draft];
  return metBy.letter.some((letter) => own.includes(letter));
}

/** The appeal's own steps speak of these, each when its turn has come. */
const isOfAppeal = (rule: ClockRule): boolean => rule.per === 'appeal' || rule.per === 'threshold_appeal';

/** Still owed once the case is closed: what closing began, the call back, and the letter that tells the result. */
function outlives(clock: ToldClock, rule: ClockRule, { policy, review }: StepContext): boolean {
  if (clock.anchor !== undefined && review.closed !== undefined && clock.anchor >= review.closed.on) return true;
  if ('act' in rule.metBy) return false;
  const { not_met, outcome } = policy.letters;
  return rule.metBy.letter.some((letter) => letter === not_met || letter === outcome);
}

function opensFor({ metBy }: ClockRule): Draft['opens'] {
  if ('letter' in metBy) return { form: 'letter', params: { letter: metBy.letter[0] ?? 'update' } };
  return { form: 'more' };
}
