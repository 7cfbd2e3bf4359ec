import { undeliveredCard } from '../../cards/undeliveredCard.ts';
import { allUndelivered } from '../../operations/undelivered.ts';
import { card, message } from '../answer.ts';
import type { Handler } from '../handle.ts';
import { casesHere } from '../whereAsked.ts';

/** `undelivered`: what did not go out over all cases. In our own chat alone: it names who was not reached. */
export const undelivered: Handler = async (parts, turn) => {
  if ((await casesHere(parts, turn)) !== 'all')
    return message('I answer that in our own chat, because it names people who were not reached.');
  const found = await allUndelivered(parts.deps, turn.person);
  if (found.kind === 'refused') return message(found.refusal.text);
  return card(undeliveredCard(found.value, turn.partnership, parts.deps.today()), 'What did not go out');
};
