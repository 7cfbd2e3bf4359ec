import { Button, Textarea, ToggleButton } from '@fluentui/react-components';
import { MentionRegular } from '@fluentui/react-icons/svg/mention';
import { SendRegular } from '@fluentui/react-icons/svg/send';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import type { ConversationView, SendMessage, Shown } from '../../protocol.ts';
import { postJson, wordsOfFault } from '../api/client.ts';
import { useDesk } from '../app/deskContext.ts';
import styles from './compose.module.css';
import { ExtensionMenu } from './ExtensionMenu.tsx';
import { errorWords } from './usePress.ts';

interface Props {
  conversation: ConversationView;
  replyTo?: string;
  sent: () => void;
  cancel?: () => void;
}

/** Where one writes: Enter sends, Shift and Enter begins a line. In a channel the bot hears only what mentions it. */
export function ComposeBox({ conversation, replyTo, sent, cancel }: Props) {
  const { view, note, refreshView } = useDesk();
  const [text, setText] = useState('');
  const [mentionBot, setMentionBot] = useState(conversation.kind === 'channel');
  const [sending, setSending] = useState(false);
  const channel = conversation.kind === 'channel';
  const label = replyTo !== undefined ? 'Write a reply' : channel ? 'Start a post' : 'Write to Convene';

  const send = async (): Promise<void> => {
    if (text.trim() === '' || sending) return;
    setSending(true);
    const ask: SendMessage = { as: view.me.id, conversation: conversation.id, text: text.trim() };
    if (replyTo !== undefined) ask.replyTo = replyTo;
    if (channel) ask.mentionBot = mentionBot;
    try {
      const shown = await postJson<Shown>('message', ask);
      if (shown.kind === 'error') note(errorWords(shown.text), 'error');
      setText('');
      sent();
      refreshView();
    } catch (fault) {
      note(wordsOfFault(fault), 'error');
    } finally {
      setSending(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && cancel !== undefined) cancel();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };

  return (
    <form className={replyTo === undefined ? styles.compose : styles.reply} onSubmit={onSubmit}>
      <Textarea
        className={styles.text}
        aria-label={label}
        placeholder={label}
        resize="none"
        rows={1}
        autoFocus={replyTo !== undefined}
        value={text}
        onChange={(_event, { value }) => setText(value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.tools}>
        {replyTo === undefined && <ExtensionMenu conversation={conversation.id} />}
        {channel && (
          <ToggleButton
            appearance="subtle"
            size="small"
            icon={<MentionRegular />}
            checked={mentionBot}
            onClick={() => setMentionBot(!mentionBot)}
          >
            @Convene
          </ToggleButton>
        )}
        {cancel !== undefined && (
          <Button appearance="subtle" size="small" className={styles.cancel} onClick={cancel}>
            Cancel
          </Button>
        )}
        <Button
          type="submit"
          appearance="subtle"
          icon={<SendRegular />}
          aria-label="Send"
          className={cancel === undefined ? styles.send : undefined}
          disabledFocusable={text.trim() === '' || sending}
        />
      </div>
    </form>
  );
}
