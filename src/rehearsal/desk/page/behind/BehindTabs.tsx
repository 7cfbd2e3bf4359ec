import { useRef, type KeyboardEvent } from 'react';
import type { BehindTab } from '../route/route.ts';
import styles from './behind.module.css';

const tabs: { tab: BehindTab; words: string }[] = [
  { tab: 'record', words: 'Record' },
  { tab: 'clocks', words: 'Clocks' },
  { tab: 'outbox', words: 'Outbox' },
  { tab: 'wire', words: 'Wire' },
];

/** The four tabs of the drawer: one stop for Tab, the arrow keys go from one to the next. */
export function BehindTabs({ tab, choose }: { tab: BehindTab; choose: (tab: BehindTab) => void }) {
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = tabs.findIndex((one) => one.tab === tab);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    choose(next.tab);
    row.current?.querySelector<HTMLElement>(`#behind-tab-${next.tab}`)?.focus();
  };
  return (
    <div ref={row} role="tablist" aria-label="Behind the scenes" className={styles.tabs} onKeyDown={onKeyDown}>
      {tabs.map(({ tab: value, words }) => (
        <button
          key={value}
          id={`behind-tab-${value}`}
          type="button"
          role="tab"
          aria-selected={value === tab}
          aria-controls="behind-panel"
          tabIndex={value === tab ? 0 : -1}
          className={styles.tab}
          onClick={() => choose(value)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
