import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';
import type { ConversationView } from '../../protocol.ts';
import { useDesk } from '../app/deskContext.ts';

const near = 120;

/** Keeps the newest message in sight while the reader is at the foot, and brings a linked message into sight once. */
export function useScrollPlace(conversation: ConversationView): {
  box: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
} {
  const { route } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const atFoot = useRef(true);
  const shownMark = useRef<string | null>(null);

  const onScroll = useCallback(() => {
    const { current } = box;
    if (current !== null) atFoot.current = current.scrollHeight - current.scrollTop - current.clientHeight < near;
  }, []);

  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const marked =
      route.message === null
        ? null
        : current.querySelector<HTMLElement>(`[data-message="${CSS.escape(route.message)}"]`);
    if (marked !== null && shownMark.current !== route.message) {
      shownMark.current = route.message;
      atFoot.current = false;
      // After the cards of this pass are drawn: their heights decide where the message lies.
      requestAnimationFrame(() => {
        marked.scrollIntoView({ block: 'center' });
        marked.focus({ preventScroll: true });
      });
    } else if (atFoot.current) {
      requestAnimationFrame(() => {
        current.scrollTop = current.scrollHeight;
      });
    }
  }, [conversation, route.message]);
  return { box, onScroll };
}
