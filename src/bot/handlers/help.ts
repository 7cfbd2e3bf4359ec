import { helpCard } from '../../cards/helpCard.ts';
import { card } from '../answer.ts';
import type { Handler } from '../handle.ts';

/** `help`, `hi`, `hello`: what the bot does and what to write to it. */
export const help: Handler = async (_parts, turn) => card(helpCard(turn.person), 'How I can help');
