import type { ReactNode } from 'react';
import { CountBadge } from '../common/CountBadge.tsx';
import { GoLink } from '../common/GoLink.tsx';
import type { Route } from '../route/route.ts';
import styles from './nav.module.css';

interface Props {
  icon: ReactNode;
  name: string;
  aside?: string | undefined;
  to: Partial<Route>;
  current: boolean;
  unread?: number;
  total?: number;
  close: () => void;
}

/** One place of the left side, with what is unread in it. */
export function NavItem({ icon, name, aside, to, current, unread = 0, total = 0, close }: Props) {
  return (
    <li>
      <GoLink to={to} current={current} onFollow={close} className={unread > 0 ? styles.itemUnread : styles.item}>
        <span className={styles.itemIcon} aria-hidden="true">
          {icon}
        </span>
        <span className={styles.itemName}>{name}</span>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
        <CountBadge n={unread} of="unread" />
        <CountBadge n={total} of={total === 1 ? 'entry' : 'entries'} quiet />
      </GoLink>
    </li>
  );
}
