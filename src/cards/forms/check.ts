import { DaySchema } from '../../calendar/isoDate.ts';
import { isInput, type Field, type InputField } from './fields.ts';
import type { Errors, Values } from './form.ts';

/**
 * Holds what was typed against the fields: filled in where required, a day that exists, among the choices, not too long.
 * Lenient leaves out what is merely missing. The message stands at the field, in plain words.
 */
export function checkValues(fields: Field[], values: Values, lenient: boolean): Errors {
  const errors: Errors = {};
  for (const field of fields) {
    if (!isInput(field)) continue;
    const value = values[field.name] ?? '';
    const wrong = value === '' ? missing(field, lenient) : wrongWith(field, value);
    if (wrong !== null) errors[field.name] = wrong;
  }
  return errors;
}

function missing(field: InputField, lenient: boolean): string | null {
  return field.required === true && !lenient ? (field.missing ?? `Fill in “${field.label}”`) : null;
}

function wrongWith(field: InputField, value: string): string | null {
  switch (field.kind) {
    case 'text':
    case 'multiline':
      if (value.length > field.maxLength)
        return `This is ${value.length} characters long. Shorten it to ${field.maxLength} or fewer`;
      if (field.kind === 'text' && field.style === 'email' && !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(value))
        return 'Enter an e-mail address like name@example.org';
      if (field.kind === 'text' && field.style === 'time' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(value))
        return 'Enter a time like 14:30';
      return null;
    case 'date': {
      if (!DaySchema.safeParse(value).success) return 'Enter a day that exists, with day, month and year';
      if (field.latest !== undefined && value > field.latest) return 'This day must be today or earlier';
      if (field.earliest !== undefined && value < field.earliest) return 'This day is too early';
      return null;
    }
    case 'choice':
      return field.choices.some((one) => one.value === value) ? null : 'Choose one of the answers';
    case 'multi':
      return value.split(',').every((part) => field.choices.some((one) => one.value === part))
        ? null
        : 'Choose from the answers';
    case 'toggle':
      return value === 'true' || value === 'false' ? null : 'Tick it or leave it';
    case 'number':
      return /^\d{1,6}$/.test(value) && Number(value) >= field.min && Number(value) <= field.max
        ? null
        : `Enter a number from ${field.min} to ${field.max}`;
  }
}

/** Puts a later refusal or schema fault, told by its path in what the act carries, at the field it belongs to. */
export function atField(fields: Field[], path: string | undefined): string {
  if (path === undefined) return 'form';
  const inputs = fields.filter(isInput);
  const exact = inputs.find((field) => field.name === path || field.path === path);
  const under = inputs.find((field) => field.path !== undefined && field.path.startsWith(`${path}.`));
  return (exact ?? under)?.name ?? 'form';
}
