import { Button } from '@fluentui/react-components';
import { ArrowReplyRegular } from '@fluentui/react-icons/svg/arrow-reply';
import { useState } from 'react';
import type { ConversationView, Message } from '../../protocol.ts';
import { useDesk } from '../app/deskContext.ts';
import { count } from '../words/counts.ts';
import { ComposeBox } from './ComposeBox.tsx';
import styles from './conversation.module.css';
import { MessageView } from './MessageView.tsx';

interface Props {
  conversation: ConversationView;
  root: Message;
  replies: Message[];
  again: () => void;
}

const lately = 3;

/** One post with its replies, the older ones folded; in a chat just the message. */
export function Thread({ conversation, root, replies, again }: Props) {
  const { route } = useDesk();
  const [unfolded, setUnfolded] = useState(false);
  const [replying, setReplying] = useState(false);
  const early = replies.slice(0, -lately);
  const folded = !unfolded && early.length > 1 && !early.some(({ id }) => id === route.message);
  const shown = folded ? replies.slice(-lately) : replies;
  const messages = [root, ...shown];

  if (conversation.kind === 'chat') {
    return messages.map((message) => (
      <MessageView key={message.id} conversation={conversation} message={message} again={again} />
    ));
  }
  return (
    <div className={styles.thread}>
      <MessageView conversation={conversation} message={root} again={again} />
      {replies.length > 0 && (
        <div className={styles.replies}>
          {folded && (
            <Button appearance="transparent" size="small" onClick={() => setUnfolded(true)}>
              {`Show ${count(early.length, 'earlier reply', 'earlier replies')}`}
            </Button>
          )}
          {shown.map((reply) => (
            <MessageView key={reply.id} conversation={conversation} message={reply} replyTo={root} again={again} />
          ))}
        </div>
      )}
      {!conversation.archived && (
        <div className={styles.replyFoot}>
          {replying ? (
            <ComposeBox
              conversation={conversation}
              replyTo={root.id}
              sent={() => {
                setReplying(false);
                again();
              }}
              cancel={() => setReplying(false)}
            />
          ) : (
            <Button
              appearance="transparent"
              size="small"
              icon={<ArrowReplyRegular />}
              onClick={() => setReplying(true)}
            >
              Reply
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
