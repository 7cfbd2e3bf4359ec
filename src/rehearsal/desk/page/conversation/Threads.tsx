import { Fragment } from 'react';
import type { ConversationView } from '../../protocol.ts';
import { dayWords } from '../words/days.ts';
import styles from './conversation.module.css';
import { Thread } from './Thread.tsx';
import { useScrollPlace } from './useScrollPlace.ts';

/** All threads of a conversation, parted by day, scrolled to the marked message or to the newest. */
export function Threads({ conversation, again }: { conversation: ConversationView; again: () => void }) {
  const { threads } = conversation;
  const { box, onScroll } = useScrollPlace(conversation);
  return (
    <div ref={box} className={styles.threads} onScroll={onScroll} tabIndex={0} role="group" aria-label="Messages">
      <div className={styles.column}>
        {threads.map(({ root, replies }, index) => (
          <Fragment key={root.id}>
            {root.day !== threads[index - 1]?.root.day && (
              <h2 className={styles.day}>
                <span>{dayWords(root.day)}</span>
              </h2>
            )}
            <Thread conversation={conversation} root={root} replies={replies} again={again} />
          </Fragment>
        ))}
      </div>
    </div>
  );
}
