import { myActionsCard } from '../../cards/myActionsCard.ts';
import { actionsOf } from '../../operations/lists.ts';
import { card, message } from '../answer.ts';
import type { Handler } from '../handle.ts';
import { when } from '../when.ts';
import { ASK_IN_CHAT, casesHere } from '../whereAsked.ts';

/** `my actions`: what the person has to do from the action plans, to be ticked off there and then. */
export const myActions: Handler = async (parts, turn) => {
  const here = await casesHere(parts, turn);
  if (here === 'none') return message(ASK_IN_CHAT);
  const mine = await actionsOf(parts.deps, turn.person, here === 'all' ? undefined : here.only);
  return card(myActionsCard(mine, when(parts, turn)), 'My actions');
};
