import { z } from 'zod/v4';
import type { Values } from '../cards/forms/form.ts';
import { DialogParams } from '../cards/verbs.ts';

const LONGEST = 20_000;
const MOST = 400;
const Sent = z.record(z.string().max(100), z.unknown());

export interface Typed {
  params: DialogParams;
  press: string;
  values: Values;
}

/** What a dialog sent back: which form, which button, and the inputs as text. Null where it is not a dialog of ours. */
export function readTyped(data: unknown): Typed | null {
  const sent = Sent.safeParse(data);
  const params = DialogParams.safeParse(data);
  if (!sent.success || !params.success) return null;
  const { press = '', ...about } = params.data;
  const own = new Set(Object.keys(DialogParams.shape));
  const values = Object.entries(sent.data)
    .filter(([name]) => !own.has(name) && name !== 'msteams')
    .slice(0, MOST)
    .flatMap(([name, value]): [string, string][] => {
      const text = asText(value);
      return text === null ? [] : [[name, text]];
    });
  return { params: about, press, values: Object.fromEntries(values) };
}

function asText(value: unknown): string | null {
  if (typeof value === 'string') return value.slice(0, LONGEST).trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
