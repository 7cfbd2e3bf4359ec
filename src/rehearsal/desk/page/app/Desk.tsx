import { useMemo, useState } from 'react';
import type { DeskView } from '../../protocol.ts';
import { BehindPane } from '../behind/BehindPane.tsx';
import { TaskDialog } from '../dialogs/TaskDialog.tsx';
import { Guide } from '../guide/Guide.tsx';
import type { Go } from '../route/useRoute.ts';
import type { Route } from '../route/route.ts';
import { NavPane } from '../shell/NavPane.tsx';
import { NoteBar, useNotes } from '../shell/NoteBar.tsx';
import { TopBar } from '../shell/TopBar.tsx';
import styles from './app.module.css';
import { DeskContext, type Desk as DeskParts, type OpenDialog } from './deskContext.ts';
import { PlaceView } from './PlaceView.tsx';
import { useGuideOpen } from './useGuideOpen.ts';
import { useOpenPlace } from './useOpenPlace.ts';
import type { useTheme } from './useTheme.ts';
import { useTitle } from './useTitle.ts';

interface Props {
  view: DeskView;
  refreshView: () => void;
  route: Route;
  go: Go;
  hrefOf: DeskParts['hrefOf'];
  theme: ReturnType<typeof useTheme>;
}

/** The desk as one person sees it: head, what now, their places, and what is behind the scenes when asked for. */
export function Desk({ view, refreshView, route, go, hrefOf, theme }: Props) {
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [navOpen, setNavOpen] = useState(false);
  const notes = useNotes();
  const guide = useGuideOpen();
  const openPlace = useOpenPlace({ view, go, openDialog: setDialog, note: notes.note });
  useTitle(view, route);

  const { tell, note } = notes;
  const desk = useMemo<DeskParts>(
    () => ({ view, route, go, hrefOf, openPlace, openDialog: setDialog, tell, note, refreshView }),
    [view, route, go, hrefOf, openPlace, tell, note, refreshView],
  );

  return (
    <DeskContext.Provider value={desk}>
      <a className={styles.skip} href="#main">
        Skip to the conversation
      </a>
      <div className={styles.desk}>
        <TopBar theme={theme} guide={guide} navOpen={navOpen} toggleNav={() => setNavOpen((open) => !open)} />
        <Guide guide={guide} />
        <div className={styles.middle}>
          <NavPane open={navOpen} close={() => setNavOpen(false)} />
          <main id="main" tabIndex={-1} className={styles.main}>
            <PlaceView key={view.me.id} />
          </main>
          {route.behind !== null && <BehindPane tab={route.behind} />}
        </div>
      </div>
      {dialog !== null && <TaskDialog dialog={dialog} replace={setDialog} close={() => setDialog(null)} />}
      <NoteBar notes={notes} />
    </DeskContext.Provider>
  );
}
