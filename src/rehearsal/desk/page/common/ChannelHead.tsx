import { ChannelRegular } from '@fluentui/react-icons/svg/channel';
import type { ReactNode } from 'react';
import styles from './common.module.css';
import { GoLink } from './GoLink.tsx';
import { PlaceHead } from './PlaceHead.tsx';

interface Props {
  id: string;
  name: string;
  tab: 'posts' | 'files';
  children?: ReactNode;
}

/** The head of a channel: its name, its two tabs, and who is in it. */
export function ChannelHead({ id, name, tab, children }: Props) {
  return (
    <PlaceHead icon={<ChannelRegular />} title={name}>
      <nav aria-label="Tabs of this channel" className={styles.tabs}>
        <GoLink to={{ place: 'channel', id }} current={tab === 'posts'} className={styles.tab}>
          Posts
        </GoLink>
        <GoLink to={{ place: 'files', id }} current={tab === 'files'} className={styles.tab}>
          Files
        </GoLink>
      </nav>
      <div className={styles.headEnd}>{children}</div>
    </PlaceHead>
  );
}
