import type { Person } from '../domain/directory.ts';
import { refusal } from '../domain/refusals.ts';
import { deleteDraft, getDraft, putDraft } from '../store/drafts.ts';
import { done, refused, type Deps, type Outcome } from './deps.ts';
import { tooLarge } from './limits.ts';

/** What a person has typed into a dialog so far. Their own alone: the key carries the person. */
export interface DraftAsk {
  person: Person;
  /** Which dialog, and where one person may have several, which one: `application`, `letter/HBC-2026-0001/CT4`. */
  of: string;
}
const keyOf = ({ person, of }: DraftAsk): string => `dialog/${person.id}/${of}`;

/** Keeps what was typed. Too much of it is refused with the field, and what was kept before stands. */
export async function saveDraft(
  deps: Deps,
  ask: DraftAsk & { values: Record<string, unknown> },
): Promise<Outcome<number>> {
  const large = tooLarge(ask.values);
  if (large !== null) return refused(refusal('bad_input', 'capability 14', large.text, large.field));
  const version = await putDraft(deps.db, keyOf(ask), null, ask.person.id, ask.values);
  return done(version ?? 0);
}

export async function loadDraft(deps: Deps, ask: DraftAsk): Promise<Record<string, unknown> | null> {
  const draft = await getDraft<Record<string, unknown>>(deps.db, keyOf(ask));
  return draft?.body ?? null;
}

export async function forgetDraft(deps: Deps, ask: DraftAsk): Promise<void> {
  await deleteDraft(deps.db, keyOf(ask));
}
