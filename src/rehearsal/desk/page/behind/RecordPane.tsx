import type { RecordView } from '../../protocol.ts';
import { dayWords } from '../words/days.ts';
import styles from './behind.module.css';

/** The events of a case: what happened, who did it, under which rules. */
export function RecordPane({ record }: { record: RecordView | null }) {
  if (record === null) return <p className={styles.none}>No case review is on record yet.</p>;
  return (
    <>
      <p className={record.chainOk ? styles.sound : styles.unsound}>
        {record.chainOk ? 'The chain of this record is whole.' : 'The chain of this record is broken.'}
      </p>
      <ol className={styles.rows}>
        {record.events.map((event) => (
          <li key={event.version} className={styles.row}>
            <p className={styles.rowHead}>
              <span className={styles.mark}>{event.version}</span>
              <span className={styles.rowName}>{event.act}</span>
              <span className={styles.rowSide}>{dayWords(event.on)}</span>
            </p>
            <p>{event.words}</p>
            <p className={styles.small}>By {event.by}</p>
            {event.rules.length > 0 && (
              <ul className={styles.rules} aria-label="Rules">
                {event.rules.map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
            )}
            <details>
              <summary>As recorded</summary>
              <pre className={styles.json}>{JSON.stringify(event.json, null, 2)}</pre>
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}
