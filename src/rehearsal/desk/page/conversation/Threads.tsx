import { Fragment } from 'react';
import type { ConversationView } from '../../protocol.ts';
import { dayWords } from '../words/days.ts';
import styles from './conversation.module.css';
import { Thread } from './Thread.tsx';
import { useScrollPlace } from './useScrollPlace.ts';

/** All threads of a conversation, parted by day, scrolled to the marked message or to the newest. */
export function Threads({ conversation, again }: { conversation: ConversationView; again: () => void }) {
  const { threads } = conversation;
  const { box, column, letGo, onScroll } = useScrollPlace(conversation);
  return (
    <div
      ref={box}
      className={styles.threads}
      onScroll={onScroll}
      onWheel={letGo}
      onTouchMove={letGo}
      onPointerDown={letGo}
      onKeyDown={letGo}
      tabIndex={0}
      role="group"
      aria-label="Messages"
    >
      <div ref={column} className={styles.column}>
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
