import { z } from 'zod/v4';
import { isInput, type Field } from '../cards/forms/fields.ts';
import type { Values } from '../cards/forms/form.ts';

const Body = z.record(z.string().max(100), z.union([z.string(), z.array(z.string()).max(100)]));
const LONGEST = 20_000;

/** What a page sent, as the dialogs of Teams send it: a day in one piece, ticks joined by commas, no tick as `false`. */
export function readPosted(fields: Field[], body: unknown): { press: string; values: Values } {
  const parsed = Body.safeParse(body);
  if (!parsed.success) return { press: '', values: {} };
  const { press, ...sent } = Object.fromEntries(
    Object.entries(parsed.data).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value.join(',') : value).slice(0, LONGEST).replace(/\r\n/g, '\n').trim(),
    ]),
  );
  const values: Values = { ...sent };
  for (const field of fields.filter(isInput)) {
    if (field.kind === 'date') values[field.name] = dayOf(sent, field.name);
    if (field.kind === 'toggle') values[field.name] = sent[field.name] === 'true' ? 'true' : 'false';
  }
  return { press: press ?? '', values };
}

/** `2026-09-09` out of three boxes; what is not a day stays as it was typed, so that it can be shown again. */
function dayOf(sent: Values, name: string): string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => (sent[`${name}-${part}`] ?? '').slice(0, 10));
  if (!day && !month && !year) return sent[name] ?? '';
  return `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
}
