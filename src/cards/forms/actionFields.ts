import type { CapturedAction } from './ask.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { Day } from '../../calendar/isoDate.ts';
import { choicesOf, peopleChoices } from './choices.ts';
import type { Field } from './fields.ts';
import type { Values } from './form.ts';

/** One action: one owner, one date, and whether the victim may be told. */
export const actionFields = (view: CaseView, today: Day): Field[] => [
  {
    kind: 'text',
    name: 'what',
    label: 'What will be done',
    help: 'One thing that can be seen to be done. Name no one but by role.',
    required: true,
    missing: 'Write what will be done',
    maxLength: 300,
    path: 'title',
  },
  {
    kind: 'choice',
    name: 'owner',
    label: 'Owner',
    path: 'ownerPerson',
    help: 'One person answers for it. Their manager hears if it is late.',
    required: true,
    missing: 'Choose the owner',
    choices: peopleChoices(view),
  },
  {
    kind: 'date',
    name: 'dueOn',
    label: 'To be done by',
    required: true,
    missing: 'Enter the day',
    earliest: today,
    path: 'dueOn',
  },
  {
    kind: 'toggle',
    name: 'interim',
    label: 'Urgent',
    title: 'Cannot wait for the plan (interim action)',
    path: 'interim',
  },
  {
    kind: 'choice',
    name: 'tellVictim',
    label: 'The victim’s copy',
    help: 'Say no if it would reveal someone’s private data.',
    required: true,
    expanded: true,
    missing: 'Say whether the victim may be told of it',
    path: 'tellVictim',
    choices: choicesOf({ true: 'The victim may be told of this action', false: 'The victim may not be told' }),
  },
];

export const actionStart = (): Values => ({ interim: 'false' });

/** The action as it was typed. */
export const readAction = (values: Values): CapturedAction => ({
  title: values['what'] ?? '',
  ownerPerson: values['owner'] ?? '',
  dueOn: values['dueOn'] ?? '',
  interim: values['interim'] === 'true',
  tellVictim: values['tellVictim'] === 'true',
});

/** The next free number among these ids. */
export const nextId = (taken: string[]): string =>
  String(Math.max(0, ...taken.map(Number).filter(Number.isInteger)) + 1);
