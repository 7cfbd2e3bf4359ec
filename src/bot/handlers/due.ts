import { dueCard } from '../../cards/dueCard.ts';
import { dueFor } from '../../operations/lists.ts';
import { card, message } from '../answer.ts';
import type { Handler } from '../handle.ts';
import { when } from '../when.ts';
import { ASK_IN_CHAT, casesHere } from '../whereAsked.ts';

/** `due`: everything that waits for the person, most urgent first. */
export const due: Handler = async (parts, turn) => {
  const here = await casesHere(parts, turn);
  if (here === 'none') return message(ASK_IN_CHAT);
  const items = await dueFor(parts.deps, turn.person, here === 'all' ? undefined : here.only);
  return card(dueCard(items, when(parts, turn)), 'What is due');
};
