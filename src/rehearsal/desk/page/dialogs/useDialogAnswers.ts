import { useState } from 'react';
import type { DialogAction, ExtensionAction, Shown } from '../../protocol.ts';
import { postJson, wordsOfFault } from '../api/client.ts';
import { sayChanged } from '../api/deskEvents.ts';
import { useDesk, type OpenDialog } from '../app/deskContext.ts';
import type { Pressed } from '../cards/pressed.ts';
import { errorWords } from '../conversation/usePress.ts';

interface Answers {
  answers: (pressed: Pressed) => Promise<void>;
  error: string | null;
  said: string | null;
}

/** Sends what a dialog was filled in with, and does what the bot answers: next card, closed, a sentence, or an error beside what was typed. */
export function useDialogAnswers(dialog: OpenDialog, replace: (next: OpenDialog) => void, close: () => void): Answers {
  const { view, tell, refreshView } = useDesk();
  const [error, setError] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { source } = dialog;

  const show = (shown: Shown): void => {
    if (shown.kind === 'error') setError(errorWords(shown.text));
    else if (shown.kind === 'dialog' && shown.dialog !== undefined) replace({ source, content: shown.dialog });
    else if (shown.text !== undefined && shown.text !== '') setSaid(shown.text);
    else {
      tell('Sent. The window has closed.');
      close();
    }
  };

  const answers = async ({ data }: Pressed): Promise<void> => {
    setError(null);
    const base = { as: view.me.id, conversation: source.conversation, step: 'submit' as const, data };
    try {
      const shown =
        source.from === 'extension'
          ? await postJson<Shown>('extension', { ...base, command: source.command } satisfies ExtensionAction)
          : await postJson<Shown>('dialog', withMessage(base, source.activityId));
      show(shown);
      sayChanged({ changed: 'conversation' });
      refreshView();
    } catch (fault) {
      setError(errorWords(wordsOfFault(fault)));
    }
  };
  return { answers, error, said };
}

const withMessage = (base: DialogAction, activityId: string | undefined): DialogAction =>
  activityId === undefined ? base : { ...base, activityId };
