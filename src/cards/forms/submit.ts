import type { Refusal } from '../../domain/refusals.ts';
import { cited } from '../citation.ts';
import { atField, checkValues } from './check.ts';
import type { Button, Field } from './fields.ts';
import type { Built, Errors, Form, FormContext, Values } from './form.ts';

/** Judges one press of a button: shape first, then what the form itself makes of it. A button the form does not have is a fault of the sender. */
export function submitForm(form: Form, ctx: FormContext, values: Values, press: string): Built {
  const fields = form.fields(ctx, values);
  const button = buttonsOf(form, fields, ctx, values).find((one) => one.press === press);
  if (!button)
    return {
      kind: 'errors',
      errors: { form: 'This button does not belong to the form any more. Please look at it again.' },
    };
  const judged = button.asTyped === true ? fields.flatMap(lengthAlone) : fields;
  const wrong = checkValues(judged, values, button.lenient === true);
  return Object.keys(wrong).length > 0 ? { kind: 'errors', errors: wrong } : form.build(values, ctx, press);
}

/** A field held to its length and to nothing else. */
function lengthAlone(field: Field): Field[] {
  if (field.kind === 'multiline') return [field];
  if (field.kind !== 'text') return [];
  const { style: _style, ...rest } = field;
  return [rest];
}

/** A refusal as a message at its field, or on top where it belongs to none. */
export function refusalErrors(form: Form, ctx: FormContext, values: Values, refusal: Refusal): Errors {
  const name = atField(form.fields(ctx, values), refusal.field);
  const text = refusal.field && name !== 'form' ? refusal.text.replace(`${refusal.field}: `, '') : refusal.text;
  return { [name]: cited(text, refusal.rule, ctx.view?.policy ?? null) };
}

/**
 * What was typed, laid over what the form starts with: a field that was shown and came back empty is empty, one of another
 * section keeps what it had. Whatever the form does not ask for is dropped.
 */
export function typedInto(form: Form, ctx: FormContext, sent: Values): Values {
  const start = form.start?.(ctx) ?? {};
  const hidden = form.hidden?.(ctx, sent) ?? {};
  const shown = new Set(
    form.fields(ctx, { ...start, ...sent, ...hidden }).flatMap((it) => ('name' in it ? [it.name] : [])),
  );
  const kept = Object.entries(start).filter(([name]) => !shown.has(name));
  const own = Object.entries(sent).filter(([name]) => shown.has(name));
  return { ...Object.fromEntries(kept), ...Object.fromEntries(own), ...hidden };
}

const buttonsOf = (form: Form, fields: Field[], ctx: FormContext, values: Values): Button[] => [
  ...form.buttons(ctx, values),
  ...fields.flatMap((field) => (field.kind === 'buttons' ? field.buttons : [])),
];
