import { matterKey } from '../effects.ts';
import { agencyIdOf, answerersOf } from '../whoIsWho.ts';
import type { ResolvedPolicy } from '../policy.ts';
import type { ToldReturn } from '../told.ts';
import { APPLICANT_ASKED } from '../words.ts';
import type { Draft, StepContext } from './context.ts';

/** Each agency's form that is still owed, by those who answer it; the coordinator's where the directory names nobody. */
export function stepsOfReturns({ review, told, partnership, policy, spoc }: StepContext): Draft[] {
  const open = review.stage !== 'closed';
  return told.returns
    .filter((it) => (it.status === 'open' || it.status === 'overdue') && (open || it.kind === 'appeal'))
    .map((it): Draft => {
      const agency = agencyIdOf(partnership, it.agency);
      const who = answerersOf(partnership, it.agency).map((person) => person.id);
      const clock = told.clocks.find((row) => row.of === it.agency && row.dueOn === it.dueOn);
      return {
        key: `return/${it.kind}/${agency}`,
        who: who.length > 0 ? who : spoc,
        words: wordsOf(it, policy),
        button: it.agency === APPLICANT_ASKED ? 'Record the reasons' : 'Fill in the form',
        ...(clock === undefined ? {} : { rule: clock.rule, clock: clock.id }),
        ...(it.dueOn === undefined ? {} : { dueOn: it.dueOn }),
        // The appellant has no card, and an archived channel takes none: the form itself is opened.
        opens:
          open && it.agency !== APPLICANT_ASKED
            ? { matter: matterKey({ is: 'request', returnKind: it.kind, agency }) }
            : { form: 'return', params: { kind: it.kind, agency } },
      };
    });
}

function wordsOf({ agency, kind }: ToldReturn, { labels }: ResolvedPolicy): string {
  if (agency === APPLICANT_ASKED) return 'Record the reasons that the applicant gives for the appeal';
  return kind === 'appeal' ? `${agency}: send the documents for the appeal` : `${agency}: send the ${labels.form}`;
}
