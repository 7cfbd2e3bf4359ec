import { useCallback, useState } from 'react';
import type { Card, Message, PressAction, Shown } from '../../protocol.ts';
import { postJson, wordsOfFault } from '../api/client.ts';
import { useDesk } from '../app/deskContext.ts';
import type { Pressed } from '../cards/pressed.ts';

export interface Answer {
  kind: 'said' | 'error';
  words: string;
}
interface Pressing {
  press: (pressed: Pressed) => Promise<void>;
  privateView: Card | null;
  answer: Answer | null;
}

const wentWrong = 'Something went wrong. Please try again.';
/** The words Teams puts before an error of a bot, unless the bot's own say it. */
export const errorWords = (text: string | undefined): string =>
  text === undefined || text === '' ? wentWrong : /went wrong/i.test(text) ? text : `Something went wrong. ${text}`;

/** Presses a button of a message's card as this person, and holds what the bot showed in return. */
export function usePress(conversation: string, message: Message, again: () => void): Pressing {
  const { view, openDialog, refreshView } = useDesk();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [held, setHeld] = useState<{ over: string; card: Card } | null>(null);
  const as = view.me.id;
  // A private view stands over the card it was asked from; once the shared card has changed, the tenant says what holds.
  const over = JSON.stringify([message.cards, message.privateView]);

  const press = useCallback(
    async (pressed: Pressed): Promise<void> => {
      setAnswer(null);
      const ask: PressAction = { as, conversation, activityId: message.id, action: pressed };
      try {
        const shown = await postJson<Shown>('action', ask);
        if (shown.kind === 'card' && shown.card !== undefined) setHeld({ over, card: shown.card });
        if (shown.kind === 'message' && shown.text !== undefined) setAnswer({ kind: 'said', words: shown.text });
        if (shown.kind === 'error') setAnswer({ kind: 'error', words: errorWords(shown.text) });
        if (shown.kind === 'dialog' && shown.dialog !== undefined) {
          openDialog({ source: { from: 'card', conversation, activityId: message.id }, content: shown.dialog });
        }
      } catch (fault) {
        setAnswer({ kind: 'error', words: errorWords(wordsOfFault(fault)) });
      }
      again();
      refreshView();
    },
    [as, conversation, message.id, over, again, refreshView, openDialog],
  );

  return { press, answer, privateView: held?.over === over ? held.card : (message.privateView ?? null) };
}
