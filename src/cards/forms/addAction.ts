import { actionFields, actionStart, nextId, readAction } from './actionFields.ts';
import { agencyNameOf, personOf } from '../../domain/whoIsWho.ts';
import { act, caseOf, errors, type Form } from './form.ts';

/** Adds an action outside the meeting: an urgent step before it, or one more after the plan. */
export const addAction: Form = {
  name: 'addAction',
  title: () => 'Add an action',
  start: ({ params }) => ({ ...actionStart(), interim: String(params.urgent === 'yes') }),
  fields: (ctx) => [
    {
      kind: 'help',
      text: 'The owner gets a card at once. Each action counts as done only when the coordinator has been told.',
    },
    ...actionFields(caseOf(ctx), ctx.today),
  ],
  buttons: () => [{ press: 'send', title: 'Add the action', style: 'positive' }],
  build: (values, ctx) => {
    const view = caseOf(ctx);
    const { ownerPerson, title, dueOn, interim, tellVictim } = readAction(values);
    const owner = personOf(view.partnership, ownerPerson);
    if (!owner) return errors({ owner: 'Choose the owner from the list' });
    return act('addAction', {
      id: nextId([...view.review.actions, ...(view.workings.meeting?.actions ?? [])].map((one) => one.id)),
      title,
      owner: owner.name,
      agency: agencyNameOf(view.partnership, owner.agency),
      dueOn,
      interim,
      tellVictim,
    });
  },
};
