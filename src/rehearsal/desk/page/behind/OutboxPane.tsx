import type { OutboxView } from '../../protocol.ts';
import { count } from '../words/counts.ts';
import { whenOf } from '../words/days.ts';
import styles from './behind.module.css';

/** What waits to go out, what is tried again, and what will not go. */
export function OutboxPane({ outbox }: { outbox: OutboxView[] }) {
  if (outbox.length === 0) return <p className={styles.none}>Nothing waits to go out.</p>;
  return (
    <ul className={styles.rows}>
      {outbox.map((message) => (
        <li key={message.key} className={styles.row}>
          <p className={styles.rowHead}>
            <span className={styles.rowName}>{message.kind}</span>
            <span className={message.state === 'dead' ? styles.markBad : styles.mark}>{message.state}</span>
          </p>
          <p className={styles.code}>{message.key}</p>
          <p className={styles.small}>
            Lane {message.lane}, {count(message.attempts, 'try', 'tries')}
            {message.nextAt !== null && `, next ${whenOf(message.nextAt)}`}
          </p>
          {message.waits !== null && <p className={styles.small}>{message.waits}</p>}
          {message.error !== null && <p className={styles.bad}>{message.error}</p>}
        </li>
      ))}
    </ul>
  );
}
