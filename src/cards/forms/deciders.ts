import type { CaseView } from '../../domain/caseView.ts';
import { decidersOf } from '../../domain/deciders.ts';
import { BODIES, RELEVANT_BODIES, type Body } from '../../domain/words.ts';
import { agencyNameOf } from '../../domain/whoIsWho.ts';
import { BODY_WORDS } from './choices.ts';
import type { Field } from './fields.ts';
import type { Values } from './form.ts';

const RELEVANT: readonly Body[] = RELEVANT_BODIES;
const nameOf = (body: Body): string => `by_${body}`;

/** AMB-B11: for each body of the directory, who decided for it. The ones that the Act has decide come first. */
export function deciderFields(view: CaseView): Field[] {
  const bodies = bodiesOf(view);
  const least = view.policy.settings['threshold.min_bodies'];
  return [
    { kind: 'heading', text: 'Who decided' },
    {
      kind: 'help',
      text: `At least ${least} different bodies decide together: ${RELEVANT.map((body) => BODY_WORDS[body].toLowerCase()).join(', ')}. Name the person who decided for each. Whoever decides now cannot decide an appeal later.`,
    },
    ...bodies.map((body): Field => ({
      kind: 'multi',
      name: nameOf(body),
      label: `${BODY_WORDS[body]}: who decided`,
      ...(RELEVANT.includes(body) ? {} : { help: aside(body, view) }),
      path: `bodies.${body}`,
      choices: peopleFor(body, view).map((person) => ({
        value: person.id,
        title: `${person.name}, ${person.title}, ${agencyNameOf(view.partnership, person.agency)}`,
      })),
    })),
  ];
}

/** The ids of the people named, body by body. */
export const decidersNamed = (values: Values, view: CaseView): string[] =>
  bodiesOf(view).flatMap((body) => (values[nameOf(body)] ?? '').split(',').filter((id) => id !== ''));

/** Where it is said that nobody was named. */
export const firstDecider = (view: CaseView): string => nameOf(bodiesOf(view)[0] ?? 'council');

const aside = (body: Body, view: CaseView): string =>
  body === 'commissioner' && view.policy.appeal.officeDecides
    ? 'May decide beside the others and does not count. Then this office cannot decide an appeal in this case.'
    : 'May decide beside the others and does not count.';

const bodiesOf = (view: CaseView): Body[] =>
  [...RELEVANT, ...BODIES.filter((body) => !RELEVANT.includes(body))].filter(
    (body) => peopleFor(body, view).length > 0,
  );

const peopleFor = (body: Body, { partnership }: CaseView) =>
  partnership.people.filter((person) => decidersOf([person.id], partnership)[0]?.body === body);
