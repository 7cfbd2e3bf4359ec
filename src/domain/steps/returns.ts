import { matterKey } from '../effects.ts';
import { agencyIdOf, respondersOf } from '../whoIsWho.ts';
import type { Draft, StepContext } from './context.ts';

/** Each agency's form that is still owed, the responder first, the coordinator after. */
export function stepsOfReturns({ review, told, partnership, policy, spoc }: StepContext): Draft[] {
  if (review.stage === 'closed') return [];
  return told.returns
    .filter((it) => it.status === 'open' || it.status === 'overdue')
    .map((it): Draft => {
      const agency = agencyIdOf(partnership, it.agency);
      const who = respondersOf(partnership, it.agency).map((person) => person.id);
      const clock = told.clocks.find((row) => row.of === it.agency && row.dueOn === it.dueOn);
      return {
        key: `return/${it.kind}/${agency}`,
        who: [...who, ...spoc.filter((id) => !who.includes(id))],
        words: `${it.agency}: send the ${policy.labels.form}`,
        ...(clock === undefined ? {} : { rule: clock.rule, clock: clock.id }),
        ...(it.dueOn === undefined ? {} : { dueOn: it.dueOn }),
        opens: { matter: matterKey({ is: 'request', returnKind: it.kind, agency }) },
      };
    });
}
