import { useDesk } from '../app/deskContext.ts';
import type { GuideOpen } from '../app/useGuideOpen.ts';
import styles from './guide.module.css';
import { MoveReport } from './MoveReport.tsx';
import { Welcome } from './Welcome.tsx';
import { WhatNow } from './WhatNow.tsx';

/** Under the head: the welcome of a first visit, who owes what next, and what came of the last move of the date. */
export function Guide({ guide }: { guide: GuideOpen }) {
  const { view } = useDesk();
  return (
    <div className={styles.guide}>
      {guide.welcome && <Welcome close={guide.endWelcome} />}
      {guide.open && <WhatNow steps={view.guide} me={view.me.id} close={() => guide.setOpen(false)} />}
      {view.lastMove !== null && <MoveReport move={view.lastMove} />}
    </div>
  );
}
