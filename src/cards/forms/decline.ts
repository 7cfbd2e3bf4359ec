import { choicesOf } from './choices.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { Field } from './fields.ts';
import { act, caseOf, errors, type Form } from './form.ts';
import { ACTS } from '../../domain/acts.ts';

/** Says no to an application for one of the reasons that the procedure itself lists. */
export const decline: Form = {
  name: 'decline',
  title: () => 'Decline the application',
  fields: (ctx) => {
    const view = caseOf(ctx);
    if (mustBeFoundMet(view)) return barredByCount(view);
    return [
      {
        kind: 'help',
        tone: 'warning',
        text: 'An application may be declined only for a reason in the procedure, and only while too few complaints count.',
      },
      {
        kind: 'choice',
        name: 'why',
        label: 'Reason',
        required: true,
        path: 'reason',
        choices: choicesOf(view.policy.decline.reasons),
      },
      {
        kind: 'multiline',
        name: 'text',
        label: 'The reason in your own words',
        help: 'It goes into the letter.',
        required: true,
        maxLength: 2000,
        path: 'text',
      },
    ];
  },
  buttons: (ctx) =>
    mustBeFoundMet(caseOf(ctx))
      ? [{ press: 'open', title: 'Decide the threshold', style: 'positive', opens: { dialog: 'threshold' } }]
      : [{ press: 'send', title: 'Decline the application', style: 'destructive' }],
  build: (values) => {
    const reason = ACTS.declineApplication.shape.reason.safeParse(values['why']);
    if (!reason.success) return errors({ why: 'Choose a reason from the list' });
    return act('declineApplication', { reason: reason.data, text: values['text'] ?? '', approvedBy: [] });
  },
};

/** STAT-3: where the count, the hate route or the floor is reached, no label turns the application away (AMB-B6). */
export const mustBeFoundMet = ({ told }: CaseView): boolean => told.threshold.advice === 'met';

const barredByCount = ({ told }: CaseView): Field[] => [
  {
    kind: 'help',
    tone: 'warning',
    text: 'This application cannot be declined: by law the threshold must be found met, whatever is thought of the application or the person who made it, and whoever would approve.',
  },
  {
    kind: 'facts',
    facts: [
      { label: 'Complaints that count', value: String(told.threshold.count) },
      { label: 'Incidents that count under the Act itself', value: String(told.threshold.floor) },
    ],
  },
  {
    kind: 'help',
    text: 'Record the decision that it is met. The panel may then review the case on paper, and say that nothing more is needed.',
  },
];
