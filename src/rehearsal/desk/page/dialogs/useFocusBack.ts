import { useEffect, useState } from 'react';

/** When the window closes, the keyboard goes back to where it was; if that is gone, to the conversation. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the window has left the page, or its trap would take the focus back.
      requestAnimationFrame(() => {
        const back = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : null;
        (back ?? document.getElementById('main'))?.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
