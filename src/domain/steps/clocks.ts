import { closingLetter } from '../closing.ts';
import type { ClockRule } from '../policy.ts';
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
    if (['agency', 'applicant', 'recommended_body'].includes(rule.owedBy) || isOfAppeal(rule)) return [];
    if (review.closed === undefined ? onTheRoad(rule, context) : !rule.outlivesClosing || tellsClosing(rule, context))
      return [];
    return [
      {
        key: `clock/${clock.id}${clock.of === undefined ? '' : `/${clock.of}`}`,
        who: spoc,
        words: 'letter' in rule.metBy ? `${rule.label}${numbered(rule.metBy.letter[0] ?? 'update')}` : rule.label,
        ...('letter' in rule.metBy ? { button: `Write the letter${numbered(rule.metBy.letter[0] ?? 'update')}` } : {}),
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
const isOfAppeal = ({ per }: ClockRule): boolean =>
  per === 'appeal' || per === 'threshold_appeal' || per === 'appeal_to_lead';

/** The letter about the closing has its own step, whichever of its dates comes first. */
function tellsClosing({ metBy }: ClockRule, { policy, review }: StepContext): boolean {
  const letter = review.closed === undefined ? null : closingLetter(review.closed.as, policy);
  return letter !== null && 'letter' in metBy && metBy.letter.includes(letter);
}

function opensFor({ metBy }: ClockRule): Draft['opens'] {
  if ('letter' in metBy) return { form: 'letter', params: { letter: metBy.letter[0] ?? 'update' } };
  return { form: metBy.act === 'risk_assessed' ? 'risk' : 'more' };
}
