import type { z } from 'zod/v4';
import type { VERBS, Verb } from '../cards/verbs.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Matter } from '../domain/effects.ts';
import type { Outcome } from '../operations/deps.ts';
import type { Press } from '../operations/pressKey.ts';
import type { Turn } from './handle.ts';
import { hostTenantOf, type Incoming } from './incoming.ts';
import type { BotParts } from './parts.ts';

export type DataOf<V extends Verb> = z.infer<(typeof VERBS)[V]>;

/** One button answered on its card: what it asks of the operations, and which card is then drawn afresh. */
export interface VerbHandler<V extends Verb> {
  matter: (data: DataOf<V>) => Matter;
  ask: (parts: BotParts, by: Presser, data: DataOf<V>) => Promise<Outcome<CaseView>>;
}

/** Who pressed, and the press itself: the same activity twice is one press. */
export interface Presser {
  person: Turn['person'];
  press?: Press;
}

export const presser = ({ person, activity }: Turn): Presser => ({
  person,
  ...pressOf(activity),
});

/** Where the activity came from and its number there; nothing where it has no number. */
export const pressOf = (it: Incoming): { press?: Press } =>
  it.id === undefined
    ? {}
    : { press: { tenantId: hostTenantOf(it) ?? '', conversation: it.conversation.id, id: it.id } };

/** What all operations on a case take. */
export const onCase = (by: Presser, data: { caseId: string }) => ({ ...by, caseId: data.caseId });

/** The version on the card, for buttons whose meaning hangs on what was shown. */
export const asShown = (data: { v?: number | undefined }) => (data.v === undefined ? {} : { expectVersion: data.v });
