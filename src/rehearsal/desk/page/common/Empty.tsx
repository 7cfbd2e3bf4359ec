import type { ReactNode } from 'react';
import styles from './common.module.css';

/** A place with nothing in it yet: an icon and what will come here. */
export function Empty({ icon, title, children }: { icon: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <span className={styles.emptyIcon} aria-hidden="true">
        {icon}
      </span>
      <p className={styles.emptyTitle}>{title}</p>
      {children !== undefined && <p className={styles.emptyWords}>{children}</p>}
    </div>
  );
}
