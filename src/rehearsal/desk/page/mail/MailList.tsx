import type { MailView } from '../../protocol.ts';
import { useDesk } from '../app/deskContext.ts';
import { GoLink } from '../common/GoLink.tsx';
import { shortDay, timeOf } from '../words/days.ts';
import styles from './mail.module.css';

/** The messages of a mailbox as the tenant orders them, newest first. */
export function MailList({ messages }: { messages: MailView['messages'] }) {
  const { view, route } = useDesk();
  return (
    <ul className={styles.list} aria-label="Messages">
      {messages.map((message) => (
        <li key={message.id}>
          <GoLink
            to={{ place: 'mail', id: message.id }}
            current={route.id === message.id}
            className={message.read ? styles.item : styles.itemUnread}
          >
            <span className={styles.itemTop}>
              <span className={styles.itemFrom}>{message.from.replace(/\s*<.*>$/, '')}</span>
              <span className={styles.itemAt}>
                {message.day === view.today ? timeOf(message.at) : shortDay(message.day)}
              </span>
            </span>
            <span className={styles.itemSubject}>
              {!message.read && <span className="hidden">Unread: </span>}
              {message.subject}
            </span>
          </GoLink>
        </li>
      ))}
    </ul>
  );
}
