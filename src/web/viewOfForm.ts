import { problemsIn } from '../cards/forms/draw.ts';
import { labelOf, isInput, type Field, type InputField } from '../cards/forms/fields.ts';
import type { Errors, Form, FormContext, Values } from '../cards/forms/form.ts';

/** A form as its page shows it: the same fields as the dialog, with GOV.UK's parts. */
export function pageOf(form: Form, ctx: FormContext, values: Values, errors: Errors): object {
  const fields = form.fields(ctx, values);
  return {
    title: form.title(ctx),
    reference: ctx.params.caseId,
    person: ctx.person.name,
    authority: ctx.partnership.authority.name,
    problems: problemsIn(fields, errors).map(({ name, text }) => ({ text, href: `#${anchor(fields, name)}` })),
    fields: fields.map((field) =>
      isInput(field) ? inputOf(field, values[field.name] ?? '', errors[field.name]) : field,
    ),
    hidden: Object.entries(form.hidden?.(ctx, values) ?? {}).map(([name, value]) => ({ name, value })),
    buttons: form.buttons(ctx, values).filter((button) => button.opens === undefined),
  };
}

/** A day's message leads to its first box, everything else to the input of its own name. */
function anchor(fields: Field[], name: string): string {
  const field = fields.filter(isInput).find((one) => one.name === name);
  return field === undefined ? 'form' : field.kind === 'date' ? `${name}-day` : name;
}

function inputOf(field: InputField, value: string, error: string | undefined): object {
  const chosen = value.split(',');
  const [year = '', month = '', day = ''] = field.kind === 'date' ? value.split('-') : [];
  const items = 'choices' in field ? field.choices : [];
  return {
    ...field,
    label: labelOf(field),
    value,
    error,
    day,
    month,
    year,
    items: items.map((one) => ({
      value: one.value,
      text: one.title,
      checked: chosen.includes(one.value),
      selected: one.value === value,
    })),
  };
}
