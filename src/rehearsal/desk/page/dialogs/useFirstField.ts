import { useEffect, useRef, type RefObject } from 'react';
import type { Card } from '../../protocol.ts';

/** Puts the keyboard into the first field of each card that a dialog shows, past the window's own close button. */
export function useFirstField(card: Card): RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After the window has put the focus on its first stop.
    const frame = requestAnimationFrame(() =>
      content.current?.querySelector<HTMLElement>('input, select, textarea, .ac-pushButton')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [card]);
  return content;
}
