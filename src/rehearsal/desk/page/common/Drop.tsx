import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import styles from './drop.module.css';

export interface DropTrigger {
  onClick: () => void;
  'aria-expanded': boolean;
}
interface Props {
  label: string;
  align: 'start' | 'end';
  trigger: (bind: DropTrigger) => ReactNode;
  children: (close: () => void) => ReactNode;
}

const focusable = '[data-first], input, button, a[href], [tabindex="0"]';

/** A panel that drops from a button and stands beside it in the page's order, so that Tab goes on naturally. Escape, a press
 * elsewhere, or tabbing out closes it. */
export function Drop({ label, align, trigger, children }: Props) {
  const [open, setOpen] = useState(false);
  const all = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    (panel.current?.querySelector<HTMLElement>(focusable) ?? panel.current)?.focus();
    const elsewhere = (event: PointerEvent): void => {
      if (event.target instanceof Node && all.current?.contains(event.target) === false) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, [open]);

  const close = (): void => {
    setOpen(false);
    all.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    close();
  };
  const onBlur = (event: FocusEvent): void => {
    if (event.relatedTarget !== null && all.current?.contains(event.relatedTarget) === false) setOpen(false);
  };

  return (
    <div ref={all} className={styles.drop} onKeyDown={onKeyDown} onBlur={onBlur}>
      {trigger({ onClick: () => setOpen(!open), 'aria-expanded': open })}
      {open && (
        <div
          ref={panel}
          role="group"
          aria-label={label}
          tabIndex={-1}
          className={align === 'start' ? styles.start : styles.end}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}
