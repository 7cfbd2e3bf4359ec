import { respondersOf } from '../whoIsWho.ts';
import { datesOf, isOwed, meets, type Draft, type StepContext } from './context.ts';
import { recommendationNumber } from './letterWords.ts';

/** STAT-7, AMB-C15: each recommendation that its body has not answered, in an open case or a closed one. The body may answer itself; until it does, the coordinator asks it and records what it says. */
export function stepsOfRecommendations({ review, told, policy, partnership, spoc }: StepContext): Draft[] {
  const ids = policy.clocks.filter((it) => meets(it.metBy, { act: 'recommendation_answer' })).map((it) => it.id);
  return review.recommendations
    .filter((it) => it.answer === undefined)
    .map((it): Draft => {
      const clock = told.clocks.find((row) => ids.includes(row.id) && row.of === it.id && isOwed(row));
      return {
        key: `recommendation/${it.id}`,
        who: [...new Set([...spoc, ...respondersOf(partnership, it.to).map((person) => person.id)])],
        words: `Record what ${it.to} answers to recommendation ${recommendationNumber(review, it.id)}`,
        button: 'Record the answer',
        opens: { form: 'answerRecommendation', params: { recommendation: it.id } },
        ...datesOf(clock),
        rule: 'STAT-7',
      };
    });
}
