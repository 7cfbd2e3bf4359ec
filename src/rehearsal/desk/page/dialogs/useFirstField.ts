import { useEffect, useRef, type RefObject } from 'react';

const controls = 'input, select, textarea, button';

/** Puts the keyboard into the first field of whatever a dialog shows next, past the window's own close button, unless a control of
 * it has the focus already. What is new starts at its top: a bot says there what was wrong. */
export function useFirstField(shown: unknown): RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After the window has put the focus on its first stop.
    const frame = requestAnimationFrame(() => {
      const { current } = content;
      const active = document.activeElement;
      if (current === null || (current.contains(active) && active?.matches(controls) === true)) return;
      current.parentElement?.scrollTo({ top: 0 });
      current.querySelector<HTMLElement>(controls)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [shown]);
  return content;
}
