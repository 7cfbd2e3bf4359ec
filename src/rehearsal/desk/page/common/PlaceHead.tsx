import type { ReactNode } from 'react';
import styles from './common.module.css';

/** The head of a place: its icon, its name as the page's heading, and what stands beside it. */
export function PlaceHead({ icon, title, children }: { icon: ReactNode; title: string; children?: ReactNode }) {
  return (
    <header className={styles.placeHead}>
      <span className={styles.placeIcon} aria-hidden="true">
        {icon}
      </span>
      <h1 className={styles.placeTitle}>{title}</h1>
      <div className={styles.placeBeside}>{children}</div>
    </header>
  );
}
