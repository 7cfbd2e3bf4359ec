import { z } from 'zod/v4';
import { helpCard } from '../../cards/helpCard.ts';
import { card, message } from '../answer.ts';
import type { Handler } from '../handle.ts';
import { isCaseVerb, press, readPress } from '../press.ts';

const Pressed = z.object({ action: z.object({ verb: z.string(), data: z.unknown() }) });
export const STALE =
  'This button is not known any more, or what it sent was incomplete. Nothing was recorded. Open the card again and press once more.';

/** A button pressed on a card (Action.Execute). */
export const cardAction: Handler = async (parts, turn) => {
  const pressed = Pressed.safeParse(turn.activity.value);
  const read = pressed.success ? readPress(pressed.data.action.verb, pressed.data.action.data) : null;
  if (read === null) return message(STALE);
  if (read.verb === 'help.topic' || !isCaseVerb(read.verb)) return card(helpCard(turn.person), 'Help');
  return press(parts, turn, read.verb, read.data as never);
};
