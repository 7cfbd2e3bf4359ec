import { passage, plain } from '../escape.ts';
import { renderCard, type Card } from '../render.ts';
import { lighter } from './lighter.ts';
import { labelOf, isInput, type Button, type Field, type InputField } from './fields.ts';
import type { Errors, Form, FormContext, Values } from './form.ts';

export interface DrawnDialog {
  title: string;
  width: 'small' | 'medium' | 'large';
  height: 'small' | 'medium' | 'large';
  card: Card;
}

/**
 * The form as a dialog: what was typed stays, each message stands at its field and once more at the top.
 * A card's own check of required fields is used only where no button may send the form unfinished.
 */
export function drawForm(form: Form, ctx: FormContext, values: Values, errors: Errors = {}): DrawnDialog {
  const fields = form.fields(ctx, values);
  const buttons = form.buttons(ctx, values);
  const strict = ![...buttons, ...fields.flatMap((it) => (it.kind === 'buttons' ? it.buttons : []))].some(
    (button) => button.lenient,
  );
  const carried = { ...ctx.params, ...form.hidden?.(ctx, values) };
  const title = plain(form.title(ctx), 60);
  return {
    title,
    width: form.width ?? 'medium',
    height: form.height ?? 'large',
    card: lighter(
      renderCard('dialog', {
        fallback: `${title}. This device cannot show the form: open it in Teams on a computer, or in a browser.`,
        problems: problemsIn(fields, errors).map(({ text }) => ({ text: passage(text, 400) })),
        fields: fields.map((field, at) => drawField(field, at, values, errors, strict, carried)),
        rows: rowsOf(buttons).map((row) => ({ buttons: row.map((button) => drawButton(button, carried)) })),
      }),
    ) as Card,
  };
}

/** The messages of all fields in order, for the summary on top: "The day it happened: enter a day that exists". */
export function problemsIn(fields: Field[], errors: Errors): { text: string; name: string }[] {
  const own = fields.filter(isInput).filter((field) => errors[field.name] !== undefined);
  const placed = new Set(own.map((field) => field.name));
  return [
    ...Object.entries(errors).flatMap(([name, text]) => (placed.has(name) ? [] : [{ name, text }])),
    ...own.map((field) => ({ name: field.name, text: `${field.label}: ${errors[field.name] ?? ''}` })),
  ];
}

function drawField(field: Field, at: number, values: Values, errors: Errors, strict: boolean, carried: object): object {
  const rest = { hint: '', error: '', rows: [], separator: field.kind === 'heading' && at > 0 };
  switch (field.kind) {
    case 'heading':
      return { ...rest, kind: 'heading', text: passage(field.text, 200) };
    case 'help':
      return { ...rest, kind: 'help', text: passage(field.text, 4000), tone: TONES[field.tone ?? 'plain'] };
    case 'facts':
      return {
        ...rest,
        kind: 'facts',
        facts: field.facts.map((fact) => ({ title: passage(fact.label, 200), value: passage(fact.value, 600) })),
      };
    case 'buttons':
      return {
        ...rest,
        kind: 'buttons',
        rows: rowsOf(field.buttons).map((row) => ({ buttons: row.map((button) => drawButton(button, carried)) })),
      };
    default:
      return { ...rest, ...drawInput(field, values[field.name] ?? '', errors[field.name], strict) };
  }
}
const TONES = { plain: 'Default', warning: 'Warning', good: 'Good' };

function drawInput(field: InputField, value: string, error: string | undefined, strict: boolean): object {
  const required = field.required === true;
  const base = {
    kind: field.kind as string,
    id: field.name,
    label: plain(labelOf(field), 200),
    isRequired: required && strict,
    errorMessage: plain(field.missing ?? `Fill in “${field.label}”`, 200),
    hint: field.help === undefined ? '' : passage(field.help, 600),
    error: error === undefined ? '' : passage(error, 300),
    value,
  };
  switch (field.kind) {
    case 'text':
    case 'multiline':
      return {
        ...base,
        kind: 'text',
        style: field.kind === 'text' && field.style === 'email' ? 'email' : 'text',
        isMultiline: field.kind === 'multiline',
        maxLength: field.maxLength,
        value: value.slice(0, field.maxLength),
      };
    case 'choice':
    case 'multi': {
      const known = value.split(',').filter((part) => field.choices.some((one) => one.value === part));
      return {
        ...base,
        kind: 'choice',
        style: field.kind === 'multi' || field.expanded ? 'expanded' : 'compact',
        isMultiSelect: field.kind === 'multi',
        choices: field.choices.map((one) => ({ title: passage(one.title, 200), value: one.value })),
        value: known.join(','),
      };
    }
    case 'toggle':
      return { ...base, title: passage(field.title, 300), value: value === 'true' ? 'true' : 'false' };
    case 'number':
      return { ...base, min: field.min, max: field.max, value: /^\d{1,6}$/.test(value) ? Number(value) : field.min };
    case 'date':
      return { ...base, value: /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '' };
  }
}

/** As many buttons side by side as a narrow screen shows whole: about this many characters of titles. */
const WIDTH = 26;

function rowsOf(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = [];
  let used = WIDTH + 1;
  for (const button of buttons) {
    const length = button.title.length + 4;
    if (used + length > WIDTH) rows.push([]);
    used = used + length > WIDTH ? length : used + length;
    rows.at(-1)?.push(button);
  }
  return rows;
}

const drawButton = (button: Button, carried: object): object => ({
  title: plain(button.title, 60),
  style: button.style ?? 'default',
  inputs: button.opens === undefined ? 'auto' : 'none',
  data:
    button.opens === undefined
      ? { ...carried, press: button.press }
      : { ...carried, ...button.opens, press: button.press },
});
