import { Button, Select } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { BackstageView } from '../../protocol.ts';
import { useFetched } from '../api/useFetched.ts';
import { useDesk } from '../app/deskContext.ts';
import { Fetching } from '../common/Fetching.tsx';
import type { BehindTab } from '../route/route.ts';
import styles from './behind.module.css';
import { BehindTabs } from './BehindTabs.tsx';
import { ClocksPane } from './ClocksPane.tsx';
import { OutboxPane } from './OutboxPane.tsx';
import { RecordPane } from './RecordPane.tsx';
import { WirePane } from './WirePane.tsx';

/** What an engineer or auditor wants to see: the record, the clocks and why, the outbox, and the traffic. */
export function BehindPane({ tab }: { tab: BehindTab }) {
  const { route, go } = useDesk();
  const pane = useRef<HTMLElement>(null);
  const path = route.caseRef === null ? 'backstage' : `backstage?case=${encodeURIComponent(route.caseRef)}`;
  const fetched = useFetched<BackstageView>(path, () => true);
  const close = (): void => go({ behind: null, caseRef: null });
  useEffect(() => pane.current?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    close();
    document.querySelector<HTMLElement>('[aria-label="Behind the scenes"][aria-pressed]')?.focus();
  };

  return (
    <aside ref={pane} tabIndex={-1} aria-label="Behind the scenes" className={styles.pane} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <h2 className={styles.title}>Behind the scenes</h2>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label="Hide behind the scenes" onClick={close} />
      </header>
      <BehindTabs tab={tab} choose={(chosen) => go({ behind: chosen }, 'replace')} />
      <div
        id="behind-panel"
        role="tabpanel"
        aria-labelledby={`behind-tab-${tab}`}
        tabIndex={0}
        className={styles.panel}
      >
        <Fetching of={fetched}>
          {(behind) => (
            <>
              {(tab === 'record' || tab === 'clocks') && behind.cases.length > 0 && (
                <Select
                  aria-label="Case review"
                  className={styles.choose}
                  value={behind.record?.reference ?? route.caseRef ?? ''}
                  onChange={(_event, { value }) => go({ caseRef: value }, 'replace')}
                >
                  {behind.record === null && route.caseRef === null && <option value="">Choose a case review</option>}
                  {behind.cases.map(({ reference, stage }) => (
                    <option key={reference} value={reference}>
                      {reference} ({stage})
                    </option>
                  ))}
                </Select>
              )}
              {tab === 'record' && <RecordPane record={behind.record} />}
              {tab === 'clocks' && <ClocksPane clocks={behind.clocks} />}
              {tab === 'outbox' && <OutboxPane outbox={behind.outbox} />}
              {tab === 'wire' && <WirePane wire={behind.wire} />}
            </>
          )}
        </Fetching>
      </div>
    </aside>
  );
}
