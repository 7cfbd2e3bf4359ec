import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useCallback, useState } from 'react';
import styles from './shell.module.css';

interface Note {
  words: string;
  kind: 'said' | 'error';
}
export interface Notes {
  said: string;
  shown: Note | null;
  tell: (words: string) => void;
  note: (words: string, kind?: Note['kind']) => void;
  clear: () => void;
}

/** Words for the live region and for the bar at the foot of the page. */
export function useNotes(): Notes {
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState<Note | null>(null);
  // A sentence told twice must differ, or it is not read out the second time.
  const tell = useCallback((words: string) => setSaid((now) => (now === words ? `${words}\u00a0` : words)), []);
  const note = useCallback((words: string, kind: Note['kind'] = 'said') => setShown({ words, kind }), []);
  const clear = useCallback(() => setShown(null), []);
  return { said, shown, tell, note, clear };
}

/** The polite live region, and an answer that has no better place. */
export function NoteBar({ notes }: { notes: Notes }) {
  return (
    <>
      <div className="hidden" role="status" aria-live="polite" aria-label="News">
        {notes.said}
      </div>
      {notes.shown !== null && (
        <div className={styles.noteBar} role={notes.shown.kind === 'error' ? 'alert' : 'status'}>
          <MessageBar intent={notes.shown.kind === 'error' ? 'error' : 'info'} layout="multiline">
            <MessageBarBody>{notes.shown.words}</MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  aria-label="Hide this note"
                  icon={<DismissRegular />}
                  onClick={notes.clear}
                />
              }
            />
          </MessageBar>
        </div>
      )}
    </>
  );
}
