import { actionFields, actionStart, readAction } from './actionFields.ts';
import { ask, caseOf, type Form, type FormContext } from './form.ts';

/** Writes down an action as the meeting agrees it. It becomes part of the record when the plan is agreed. */
export const captureAction: Form = {
  name: 'captureAction',
  title: (ctx) => (existing(ctx) ? 'Change the action' : 'Write down an action'),
  start: (ctx) => {
    const one = existing(ctx);
    if (!one) return actionStart();
    return {
      what: one.title,
      owner: one.ownerPerson,
      dueOn: one.dueOn,
      interim: String(one.interim === true),
      tellVictim: String(one.tellVictim === true),
    };
  },
  fields: (ctx) => actionFields(caseOf(ctx), ctx.today),
  buttons: () => [{ press: 'send', title: 'Write it down', style: 'positive' }],
  build: (values, ctx) => {
    const earlier = existing(ctx);
    return ask({ do: 'captureAction', action: { ...readAction(values), ...(earlier ? { id: earlier.id } : {}) } });
  },
};

const existing = (ctx: FormContext) =>
  caseOf(ctx).workings.meeting?.actions.find((one) => one.id === ctx.params.action);
