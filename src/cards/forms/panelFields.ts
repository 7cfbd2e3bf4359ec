import type { CaseView } from '../../domain/caseView.ts';
import { guestOf, openMinutesWanted } from '../../domain/openPart.ts';
import { chairFor } from '../../domain/panelPeople.ts';
import { peopleChoices } from './choices.ts';
import type { Field } from './fields.ts';
import { caseOf, type FormContext, type Values } from './form.ts';
import { heardFacts } from './victimFacts.ts';

/** Length of the two parts, and who of the victim's side comes: the same questions wherever a panel is set. */
export const lengthFields = (ctx: FormContext): Field[] => [
  {
    kind: 'number',
    name: 'minutes',
    label: 'Minutes for the closed part',
    required: true,
    min: 15,
    max: 300,
    path: 'minutes',
  },
  ...heardFacts(caseOf(ctx)),
  ...(guestOf(caseOf(ctx).review) === null
    ? []
    : [
        {
          kind: 'number',
          name: 'openMinutes',
          label: 'Minutes with the victim’s side, before it',
          help: 'They are invited to this part alone, the panel to both.',
          required: true,
          min: 1,
          max: 120,
          path: 'openMinutes',
        } as const,
      ]),
];

export function chairField(ctx: FormContext): Field {
  const view = caseOf(ctx);
  return {
    kind: 'choice',
    name: 'chair',
    label: 'Chair',
    help: 'Someone who had no part in the case.',
    choices: peopleChoices(view, (person) => person.roles.includes('chair')),
    path: 'chair',
  };
}

export function lengthsStart(ctx: FormContext): Values {
  const view = caseOf(ctx);
  const { review, workings, partnership } = view;
  const arranged = review.panelArranged;
  const named = partnership.people.find((person) => person.name === arranged?.with.chair?.name);
  return {
    minutes: String(arranged?.detail?.minutes ?? workings.slots?.minutes ?? 90),
    openMinutes: String(openMinutesNow(view)),
    chair: (named ?? chairFor(partnership, workings.slots?.chair))?.id ?? '',
  };
}

/** None where nobody of the victim's side comes; else what was set before, or the length they chose. */
function openMinutesNow({ review, workings, policy }: CaseView): number {
  if (guestOf(review) === null) return 0;
  return review.panelArranged?.detail?.openMinutes || workings.slots?.openMinutes || openMinutesWanted(review, policy);
}
