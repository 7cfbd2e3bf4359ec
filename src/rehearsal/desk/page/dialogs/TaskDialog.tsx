import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef, useState } from 'react';
import type { OpenDialog } from '../app/deskContext.ts';
import { CardView } from '../cards/CardView.tsx';
import styles from './dialogs.module.css';
import { useDialogAnswers } from './useDialogAnswers.ts';
import { useFirstField } from './useFirstField.ts';
import { useFocusBack } from './useFocusBack.ts';
import { widthOf } from './widthOf.ts';

interface Props {
  dialog: OpenDialog;
  replace: (dialog: OpenDialog) => void;
  close: () => void;
}

/** A dialog of the bot as a modal window with its card inside. A click beside it does not close it, and where something is typed it asks before it closes. */
export function TaskDialog({ dialog, replace, close }: Props) {
  const { answers, error, said } = useDialogAnswers(dialog, replace, close);
  useFocusBack();
  const { content } = dialog;
  const fields = useFirstField(said ?? content.card);
  const typed = useRef(false);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    // What came back holds what was sent; only what is typed from here on would be lost.
    typed.current = false;
    setAsking(false);
  }, [content.card, said]);

  return (
    <Dialog
      open
      onOpenChange={(_event, data) => {
        if (data.type === 'backdropClick') return;
        if (typed.current && !asking) setAsking(true);
        else close();
      }}
    >
      <DialogSurface className={styles.surface} style={{ maxWidth: widthOf(content.width) }}>
        <DialogBody className={styles.body}>
          <DialogTitle
            action={
              <DialogTrigger action="close">
                <Button appearance="subtle" aria-label="Close" icon={<DismissRegular />} />
              </DialogTrigger>
            }
          >
            {content.title}
          </DialogTitle>
          <DialogContent className={styles.content}>
            <div ref={fields} onInput={() => (typed.current = true)}>
              <div role="alert">
                {error !== null && (
                  <MessageBar intent="error" layout="multiline" className={styles.error}>
                    <MessageBarBody>{error}</MessageBarBody>
                  </MessageBar>
                )}
              </div>
              {asking && (
                <MessageBar intent="warning" layout="multiline" className={styles.error} role="alert">
                  <MessageBarBody>What you typed since the last button is not kept.</MessageBarBody>
                  <MessageBarActions>
                    <Button onClick={() => setAsking(false)} autoFocus>
                      Go on typing
                    </Button>
                    <Button onClick={close}>Close without keeping it</Button>
                  </MessageBarActions>
                </MessageBar>
              )}
              {said === null ? (
                <CardView bare card={content.card} press={answers} />
              ) : (
                <div className={styles.said}>
                  <p role="status">{said}</p>
                  <Button appearance="primary" onClick={close}>
                    Close
                  </Button>
                </div>
              )}
            </div>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
