import { z } from 'zod/v4';
import { helpCard } from '../../cards/helpCard.ts';
import { card, message } from '../answer.ts';
import type { Handler } from '../handle.ts';
import { caseNamed, isPersonal } from '../incoming.ts';
import { isCaseVerb, press, readPress } from '../press.ts';
import { ASK_IN_CHAT, casesHere } from '../whereAsked.ts';
import { STALE } from './cardAction.ts';

const Submitted = z.looseObject({ verb: z.string() });

/** The same button on a client that knows no Action.Execute: it comes as a message with data. */
export const submittedAsMessage: Handler = async (parts, turn) => {
  const submitted = Submitted.safeParse(turn.activity.value);
  const read = submitted.success ? readPress(submitted.data.verb, submitted.data) : null;
  if (read === null) return message(STALE);
  if (read.verb === 'help.topic' || !isCaseVerb(read.verb)) return card(helpCard(turn.person), 'Help');
  // The answer stands in a conversation where others read it: a card of another case is not answered there.
  const here = await casesHere(parts, turn);
  if (here !== 'all' && (here === 'none' || here.only !== caseNamed(turn.activity))) return message(ASK_IN_CHAT);
  const answer = await press(parts, turn, read.verb, read.data as never);
  if (answer.kind !== 'card' || isPersonal(turn.activity)) return answer;
  // In a channel the shared card is brought up to date by itself; a second copy of it would be noise.
  return message(answer.done ? `Recorded. The card of ${answer.text} is being brought up to date.` : answer.text);
};
