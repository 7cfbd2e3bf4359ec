import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { TickReport } from '../../protocol.ts';
import { useDesk } from '../app/deskContext.ts';
import { useMatches } from '../app/useTheme.ts';
import { keep, kept } from '../common/kept.ts';
import { count } from '../words/counts.ts';
import { dayWords, shortDay } from '../words/days.ts';
import styles from './guide.module.css';

/** What came of the last move of the date, each entry a link to where it can be seen. Closed until the next move. */
export function MoveReport({ move }: { move: TickReport }) {
  const { openPlace } = useDesk();
  const key = `${move.from}/${move.to}`;
  const [closed, setClosed] = useState(() => kept('move'));
  const [all, setAll] = useState(false);
  const few = useMatches('(max-width: 760px)') ? 1 : 2;
  if (closed === key) return null;
  const shown = all ? move.came : move.came.slice(0, few);
  const close = (): void => {
    keep('move', key);
    setClosed(key);
  };

  return (
    <section className={styles.report} aria-label="What happened">
      <div className={styles.head}>
        <h2 className={styles.reportTitle}>What happened</h2>
        <span className={styles.sum}>up to {dayWords(move.to)}</span>
        {move.came.length > few && (
          <Button size="small" appearance="transparent" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${move.came.length}`}
          </Button>
        )}
        <Button
          className={styles.closeGuide}
          size="small"
          appearance="transparent"
          icon={<DismissRegular />}
          aria-label={`Hide ${count(move.came.length, 'entry', 'entries')} of what happened`}
          onClick={close}
        />
      </div>
      {move.came.length === 0 && <p className={styles.nothing}>Nothing fell due.</p>}
      <ul className={all ? styles.cameAll : styles.came}>
        {shown.map(({ on, words, place }, index) => (
          <li key={`${on} ${index}`}>
            <span className={styles.cameOn}>{shortDay(on)}</span>
            {place === undefined ? (
              <span>{words}</span>
            ) : (
              <button type="button" className={styles.cameLink} onClick={() => openPlace(place)}>
                {words}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
