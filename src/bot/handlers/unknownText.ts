import { helpCard } from '../../cards/helpCard.ts';
import { card } from '../answer.ts';
import type { Handler } from '../handle.ts';
import { saidIn } from '../selectors.ts';

/** Anything else: what was not understood, and what can be written. */
export const unknownText: Handler = async (_parts, turn) => {
  const said = saidIn(turn.activity.text).slice(0, 120);
  return card(said === '' ? helpCard(turn.person) : helpCard(turn.person, said), 'I did not understand that');
};
