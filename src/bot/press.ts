import { caseCard } from '../cards/caseCard.ts';
import { cardFor } from '../cards/cardFor.ts';
import type { Card } from '../cards/render.ts';
import { VERBS, type Verb } from '../cards/verbs.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Person } from '../domain/directory.ts';
import { matterKey, type Matter } from '../domain/effects.ts';
import type { Outcome } from '../operations/deps.ts';
import { viewCase } from '../operations/view.ts';
import { card, message, type Answer } from './answer.ts';
import type { Turn } from './handle.ts';
import { VERB_HANDLERS } from './handlers/index.ts';
import { withNotice } from './notice.ts';
import type { BotParts } from './parts.ts';
import { presser, type DataOf, type VerbHandler } from './verb.ts';

type CaseVerb = keyof typeof VERB_HANDLERS;
export const isCaseVerb = (verb: string): verb is CaseVerb => Object.hasOwn(VERB_HANDLERS, verb);

/** Asks what a button asks, and answers with its card drawn afresh; a refusal stands on the same card, in plain words. */
export async function press<V extends CaseVerb>(
  parts: BotParts,
  turn: Turn,
  verb: V,
  data: DataOf<V>,
): Promise<Answer> {
  const handler = VERB_HANDLERS[verb] as VerbHandler<Verb> as unknown as VerbHandler<V>;
  const outcome: Outcome<CaseView> = await handler.ask(parts, presser(turn), data);
  const matter = handler.matter(data);
  if (outcome.kind === 'done') return card(cardOf(matter, outcome.value, turn.person), outcome.value.reference);
  const { refusal } = outcome;
  if (refusal.code === 'unknown_case') return message(refusal.text);
  const view = await viewCase(parts.deps, data.caseId, {
    person: turn.person,
    doing: 'seeCase',
    what: matterKey(matter),
  });
  if (view.kind === 'refused') return message(refusal.text);
  return card(withNotice(cardOf(matter, view.value, turn.person), refusal, view.value.policy), refusal.text, false);
}

/** The matter's card for the one who pressed; the case where the matter has none any more. */
function cardOf(matter: Matter, view: CaseView, person: Person): Card {
  return matter.is === 'case'
    ? caseCard(view, person)
    : (cardFor(matter, view, person)?.card ?? caseCard(view, person));
}

/** Reads what a button carried; null for a verb we do not have or data that does not fit it. */
export function readPress(verb: unknown, data: unknown): { verb: Verb; data: DataOf<Verb> } | null {
  if (typeof verb !== 'string' || !Object.hasOwn(VERBS, verb)) return null;
  const parsed = VERBS[verb as Verb].safeParse(data);
  return parsed.success ? { verb: verb as Verb, data: parsed.data } : null;
}
