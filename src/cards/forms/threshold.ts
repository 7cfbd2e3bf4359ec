import { formatDay } from '../../calendar/isoDate.ts';
import { choicesOf, filled, oneOf, peopleChoices } from './choices.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { decidersOf } from '../../domain/deciders.ts';
import { approver } from './approver.ts';
import { complaintFacts } from './complaintFacts.ts';
import { deciderFields, decidersNamed, firstDecider } from './deciders.ts';
import type { Field } from './fields.ts';
import { act, caseOf, errors, type Form, type FormContext } from './form.ts';

/** The decision on the threshold, by at least two bodies. The rule advises; people decide, except that a count reached must be found met (STAT-3). */
export const threshold: Form = {
  name: 'threshold',
  title: () => 'Decide the threshold',
  width: 'large',
  fields: (ctx) => [...advice(ctx), ...decision(ctx)],
  buttons: () => [{ press: 'send', title: 'Record the decision', style: 'positive' }],
  build: (values, ctx) => {
    const result = oneOf(values['result'], ['met', 'not_met', 'met_discretion'] as const);
    const view = caseOf(ctx);
    const deciders = decidersNamed(values, view);
    if (!result) return errors({ result: 'Choose the decision' });
    if (deciders.length === 0) return errors({ [firstDecider(view)]: 'Choose who decided for each body' });
    const by = approver(view, values['approvedBy']);
    const regard = filled({ persistence: values['persistence'], harm: values['harm'], adequacy: values['adequacy'] });
    return act(
      'decideThreshold',
      {
        result,
        bodies: decidersOf(deciders, view.partnership),
        reasons: values['reasons'] ?? '',
        ...(Object.keys(regard).length > 0 ? { regard } : {}),
        ...(by ? { approvedBy: [by] } : {}),
        ...(values['despite'] ? { despite: values['despite'] } : {}),
      },
      { deciders },
    );
  },
};

/** STAT-4: where the local procedure lets the bodies accept a case below the number. */
const acceptsBelow = ({ policy }: CaseView): boolean =>
  policy.settings['threshold.discretion'].length > 0 || policy.safeguarding !== null;

const ADVICE = {
  met: 'The rule says: the threshold is reached. It must be found met.',
  not_met: 'The rule counts too few complaints. You may still decide that a review is needed.',
  discretion: 'The rule counts too few complaints, but the bodies may accept the case all the same.',
  not_considered: 'This application is not considered under the procedure.',
};

function advice(ctx: FormContext): Field[] {
  const view = caseOf(ctx);
  const { threshold: told } = view.told;
  const decideBy = view.told.clocks.find((clock) => /threshold|met$/.test(clock.id) && clock.status === 'open')?.dueOn;
  return [
    { kind: 'help', tone: told.advice === 'met' ? 'good' : 'warning', text: ADVICE[told.advice] },
    {
      kind: 'facts',
      facts: [
        ...(decideBy ? [{ label: 'Decide and write by', value: formatDay(decideBy) }] : []),
        { label: 'Complaints that count', value: String(told.count) },
        {
          label: 'Incidents that count under the Act itself',
          value: told.floorMet ? `${told.floor}, reached` : String(told.floor),
        },
      ],
    },
    { kind: 'heading', text: 'Each complaint' },
    { kind: 'facts', facts: complaintFacts(view) },
    ...(told.warnings?.includes('pooled_count_reaches_threshold')
      ? [
          {
            kind: 'help',
            tone: 'warning',
            text: 'Counted together, the complaints of several people reach the number. A decision “not met” needs a second approver.',
          } as const,
        ]
      : []),
  ];
}

function decision(ctx: FormContext): Field[] {
  const view = caseOf(ctx);
  return [
    { kind: 'heading', text: 'The decision' },
    {
      kind: 'choice',
      name: 'result',
      label: 'The bodies decide that the threshold is',
      required: true,
      expanded: true,
      missing: 'Choose the decision',
      path: 'result',
      choices: choicesOf({
        met: 'Met',
        ...(acceptsBelow(view) ? { met_discretion: 'Not reached, but we accept the case' } : {}),
        not_met: 'Not met',
      }),
    },
    ...deciderFields(view),
    { kind: 'heading', text: 'Why' },
    {
      kind: 'multiline',
      name: 'reasons',
      label: 'Reasons',
      help: 'The victim reads them in the letter. Write them plainly.',
      required: true,
      missing: 'Write the reasons for the decision',
      maxLength: 4000,
      path: 'reasons',
    },
    {
      kind: 'multiline',
      name: 'persistence',
      label: 'How persistent it is',
      maxLength: 1000,
      path: 'regard.persistence',
    },
    { kind: 'multiline', name: 'harm', label: 'Harm done or likely', maxLength: 1000, path: 'regard.harm' },
    {
      kind: 'multiline',
      name: 'adequacy',
      label: 'Was the response good enough?',
      maxLength: 1000,
      path: 'regard.adequacy',
    },
    {
      kind: 'choice',
      name: 'approvedBy',
      label: 'Second approver, where one is needed',
      path: 'approvedBy',
      choices: peopleChoices(view, (person) => person.roles.includes('senior_manager') && person.id !== ctx.person.id),
    },
    {
      kind: 'multiline',
      name: 'despite',
      label: 'If you go against the advice: why',
      maxLength: 1000,
      path: 'despite',
    },
  ];
}
