import { choicesOf, peopleChoices } from './choices.ts';
import { approver } from './approver.ts';
import { act, caseOf, errors, type Form } from './form.ts';
import { ACTS } from '../../domain/acts.ts';

/** Says no to an application for one of the reasons that the procedure itself lists. */
export const decline: Form = {
  name: 'decline',
  title: () => 'Decline the application',
  fields: (ctx) => {
    const view = caseOf(ctx);
    return [
      {
        kind: 'help',
        tone: 'warning',
        text: 'An application may be declined only for a reason in the procedure. Where enough complaints count, a second person must approve.',
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
      {
        kind: 'choice',
        name: 'approvedBy',
        label: 'Approved by',
        path: 'approvedBy',
        choices: peopleChoices(view, (person) => person.roles.includes('senior_manager')),
      },
    ];
  },
  buttons: () => [{ press: 'send', title: 'Decline the application', style: 'destructive' }],
  build: (values, ctx) => {
    const reason = ACTS.declineApplication.shape.reason.safeParse(values['why']);
    if (!reason.success) return errors({ why: 'Choose a reason from the list' });
    const by = approver(caseOf(ctx), values['approvedBy']);
    return act('declineApplication', { reason: reason.data, text: values['text'] ?? '', approvedBy: by ? [by] : [] });
  },
};
