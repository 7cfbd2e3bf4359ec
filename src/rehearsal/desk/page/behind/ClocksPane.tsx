import type { ClockView } from '../../protocol.ts';
import { dayWords } from '../words/days.ts';
import styles from './behind.module.css';

/** Every clock of a case, with the days that lead to its date. */
export function ClocksPane({ clocks }: { clocks: ClockView[] }) {
  if (clocks.length === 0) return <p className={styles.none}>No clocks run yet.</p>;
  return (
    <ul className={styles.rows}>
      {clocks.map((clock) => (
        <li key={`${clock.id} ${clock.of ?? ''}`} className={styles.row}>
          <p className={styles.rowHead}>
            <span className={styles.rowName}>{clock.words}</span>
            <span className={styles.mark}>{clock.status}</span>
          </p>
          <p>
            {clock.dueOn === undefined ? 'No date yet' : `Due ${dayWords(clock.dueOn)}`}
            {clock.anchor !== undefined && <span className={styles.small}>, from {dayWords(clock.anchor)}</span>}
          </p>
          <p className={styles.small}>
            Rule {clock.rule}, {clock.kind}
            {clock.of !== undefined && `, ${clock.of}`}
          </p>
          {clock.why.length > 0 && (
            <details>
              <summary>Why this date</summary>
              <ol className={styles.why}>
                {clock.why.map(({ on, note }) => (
                  <li key={`${on} ${note}`}>
                    <span>{dayWords(on)}</span>
                    <span>{note}</span>
                  </li>
                ))}
              </ol>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
