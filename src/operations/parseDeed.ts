import type { z } from 'zod/v4';
import { ACTS, type Act, type With } from '../domain/acts.ts';
import { DETAILS, type Detail } from '../domain/detail.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import { tooLarge } from './limits.ts';

/** One act as it is asked for: what the worked-case form carries, and the product's detail beside it. */
export type Deed<A extends Act = Act> = { [K in A]: { act: K; with: With<K>; detail?: Detail<K> } }[A];

/** Reads an act at the door. The refusal names the field, and shows nothing of what was typed. */
export function parseDeed(deed: Deed): { ok: true; deed: Deed } | { ok: false; refusal: Refusal } {
  const carried = ACTS[deed.act].safeParse(deed.with);
  if (!carried.success) return { ok: false, refusal: badInput(carried.error) };
  const large = tooLarge(carried.data) ?? tooLarge(deed.detail);
  if (large !== null) return { ok: false, refusal: refusal('bad_input', 'capability 1', large.text, large.field) };
  if (deed.detail === undefined) return { ok: true, deed: { act: deed.act, with: carried.data } as Deed };
  if (!(deed.act in DETAILS))
    return { ok: false, refusal: refusal('bad_input', 'capability 1', 'This act takes no further detail.', 'detail') };
  const detail = DETAILS[deed.act].safeParse(deed.detail);
  if (!detail.success) return { ok: false, refusal: badInput(detail.error) };
  return { ok: true, deed: { act: deed.act, with: carried.data, detail: detail.data } as Deed };
}

/** The first fault of a parse, as a refusal that names the field. */
export function badInput(error: z.ZodError): Refusal {
  const issue = error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  const what = issue?.message ?? 'is not understood';
  return refusal('bad_input', 'capability 1', `${field === '' ? 'What was sent' : field}: ${what}`, field);
}
