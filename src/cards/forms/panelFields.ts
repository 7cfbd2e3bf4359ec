import { chairFor } from '../../domain/panelPeople.ts';
import { peopleChoices } from './choices.ts';
import type { Field } from './fields.ts';
import { caseOf, type FormContext, type Values } from './form.ts';

/** Length of the two parts, and who leads: the same questions wherever a panel is set. */
export const lengthFields = (): Field[] => [
  {
    kind: 'number',
    name: 'minutes',
    label: 'Minutes for the closed part',
    required: true,
    min: 15,
    max: 300,
    path: 'minutes',
  },
  {
    kind: 'number',
    name: 'openMinutes',
    label: 'Minutes with the victim, before it',
    help: '0 where the victim does not come. The victim is invited to this part alone.',
    required: true,
    min: 0,
    max: 120,
    path: 'openMinutes',
  },
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
    openMinutes: String(
      arranged?.detail?.openMinutes ?? workings.slots?.openMinutes ?? view.policy.settings.slot_minutes ?? 30,
    ),
    chair: (named ?? chairFor(partnership, workings.slots?.chair))?.id ?? '',
  };
}
