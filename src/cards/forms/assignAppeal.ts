import { deciderRoleWords } from '../../documents/appealWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { Person } from '../../domain/directory.ts';
import { agencyNameOf, personOf, withRole } from '../../domain/whoIsWho.ts';
import { choicesOf, oneOf, peopleChoices, YES_NO } from './choices.ts';
import type { Field } from './fields.ts';
import { act, caseOf, errors, type Form, type FormContext, type Values } from './form.ts';

/** Who decides the appeal, for which body, and whether they took part in the case. */
export const assignAppeal: Form = {
  name: 'assignAppeal',
  title: () => 'Who decides the appeal',
  start: (ctx) => {
    const first = deciders(caseOf(ctx))[0];
    return {
      person: first?.id ?? '',
      authority: first ? bodyOf(caseOf(ctx), first) : '',
      as: caseOf(ctx).policy.appeal.deciderRoles[0] ?? 'other',
    };
  },
  fields: (ctx) => [...decider(ctx), ...second(ctx)],
  buttons: () => [{ press: 'send', title: 'Record the decider', style: 'positive' }],
  build: (values, ctx) => {
    const view = caseOf(ctx);
    const role = oneOf(values['as'], view.policy.appeal.deciderRoles);
    const name = values['name'] || personOf(view.partnership, values['person'])?.name;
    if (!role) return errors({ as: 'Choose as what they decide' });
    if (!name) return errors({ name: 'Choose who decides, or write the name' });
    if (values['secondName'] && !values['secondFrom'])
      return errors({ secondFrom: 'Say where the second decider comes from' });
    const fromDirectory = values['name'] ? undefined : values['person'];
    return act(
      'assignAppeal',
      {
        authority: values['authority'] ?? '',
        decider: { name, role, independent: values['independent'] === 'yes', ...secondOf(values) },
      },
      fromDirectory ? { decider: fromDirectory } : undefined,
    );
  },
};

/** People of the directory who decide appeals, the usual one of this procedure first; never the coordinator of the case. */
function deciders(view: CaseView): Person[] {
  const named = withRole(view.partnership, 'appeal_decider');
  const all = named.length > 0 ? named : view.partnership.people.filter((it) => it.roles.includes('senior_manager'));
  // AMB-D6: who decided on the threshold does not decide its appeal; beside a second one in Hertsmere (HER-12.2).
  const decided = view.review.decisions.flatMap((it) => it.detail?.deciders ?? []);
  return view.policy.settings['appeal.independence'] === 'warn' ? all : all.filter((it) => !decided.includes(it.id));
}

const bodyOf = (view: CaseView, person: Person): string => agencyNameOf(view.partnership, person.agency);

function decider(ctx: FormContext): Field[] {
  const view = caseOf(ctx);
  const { otherAuthorityRule, deciderRoles } = view.policy.appeal;
  const may = new Set(deciders(view).map((person) => person.id));
  return [
    { kind: 'help', text: `In this procedure an appeal is decided by ${view.policy.settings['appeal.body']}.` },
    {
      kind: 'choice',
      name: 'person',
      label: 'Who decides',
      choices: peopleChoices(view, (person) => may.has(person.id)),
    },
    {
      kind: 'text',
      name: 'name',
      label: 'Somebody else: full name',
      help: 'Only where the person is not in the list above.',
      maxLength: 200,
      path: 'decider.name',
    },
    {
      kind: 'text',
      name: 'authority',
      label: 'For which council or body',
      ...(otherAuthorityRule ? { help: `It cannot be ${view.review.authority}.` } : {}),
      required: true,
      maxLength: 200,
      path: 'authority',
    },
    {
      kind: 'choice',
      name: 'as',
      label: 'They decide as',
      required: true,
      path: 'decider.role',
      choices: choicesOf(Object.fromEntries(deciderRoles.map((role) => [role, deciderRoleWords(view, role)]))),
    },
    {
      kind: 'choice',
      name: 'independent',
      label: 'They took no part in this case',
      required: true,
      expanded: true,
      missing: 'Say whether they took part in the case',
      path: 'decider.independent',
      choices: YES_NO,
    },
  ];
}

const second = (ctx: FormContext): Field[] => [
  {
    kind: 'help',
    text:
      caseOf(ctx).policy.settings['appeal.independence'] === 'block'
        ? 'Where the decider took part in the case, an independent second decider must be named.'
        : 'Where possible an independent person from another partnership decides with them.',
  },
  { kind: 'text', name: 'secondName', label: 'Second decider', maxLength: 200, path: 'decider.second.name' },
  {
    kind: 'text',
    name: 'secondFrom',
    sometimes: true,
    label: 'The second decider comes from',
    maxLength: 200,
    path: 'decider.second.from',
  },
];

const secondOf = (values: Values): { second?: { name: string; from: string } } =>
  values['secondName'] && values['secondFrom']
    ? { second: { name: values['secondName'], from: values['secondFrom'] } }
    : {};
