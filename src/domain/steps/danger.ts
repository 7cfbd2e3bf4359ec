import { agencyIdOf } from '../whoIsWho.ts';
import type { Draft, StepContext } from './context.ts';

/** Before everything else, at every stage: an agency says that somebody is at risk now, and nothing is recorded since. */
export function stepsOfDanger({ review, partnership, spoc }: StepContext): Draft[] {
  const said = (review.dangers ?? []).map(({ agency: name, kind, on }): Draft => {
    const agency = agencyIdOf(partnership, name);
    return {
      key: `danger/${kind}/${agency}`,
      who: spoc,
      words: `${name} says somebody is at risk now: read it and act`,
      button: 'Read it and act',
      opens: { form: 'readReturn', params: { kind, agency } },
      before: on,
      urgent: 'danger',
    };
  });
  if (said.length === 0) return [];
  const act: Draft = {
    key: 'danger/act',
    who: spoc,
    ...(review.stage === 'closed'
      ? {
          words: 'Assess the risk: an agency says somebody is at risk now',
          button: 'Assess the risk',
          opens: { form: 'risk' },
        }
      : {
          words: 'Record what is done today to keep them safe, or assess the risk',
          button: 'Record an urgent action',
          opens: { form: 'addAction', params: { urgent: 'yes' } },
        }),
    before: review.dangers?.at(-1)?.on ?? review.openedOn,
    urgent: 'danger',
  };
  return [...said, act];
}
