import { cited } from '../cards/citation.ts';
import { say } from '../cards/escape.ts';
import type { Card } from '../cards/render.ts';
import type { ResolvedPolicy } from '../domain/policy.ts';
import type { Refusal } from '../domain/refusals.ts';

/** The same card with a line on top that says what was not done and why. */
export function withNotice(card: Card, refusal: Refusal, policy: ResolvedPolicy): Card {
  const words = say`Not done: ${cited(refusal.text, refusal.rule, policy)}`;
  const line = {
    type: 'Container',
    style: 'warning',
    items: [{ type: 'TextBlock', text: words.text, wrap: true, weight: 'Bolder' }],
  };
  return { ...card, body: [line, ...(Array.isArray(card['body']) ? (card['body'] as unknown[]) : [])] };
}
