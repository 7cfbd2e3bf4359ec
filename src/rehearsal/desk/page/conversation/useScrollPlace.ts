import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { ConversationView } from '../../protocol.ts';
import { useDesk } from '../app/deskContext.ts';

const near = 120;

interface ScrollPlace {
  box: RefObject<HTMLDivElement | null>;
  column: RefObject<HTMLDivElement | null>;
  /** The reader has taken the page in hand: nothing moves under them until they are at the foot again. */
  letGo: () => void;
  onScroll: () => void;
}

/** Keeps the newest message in sight while the reader is at the foot, and brings a linked message into sight once. It holds on while
 * cards are still being drawn, because their heights decide where things lie. */
export function useScrollPlace(conversation: ConversationView): ScrollPlace {
  const { route } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const column = useRef<HTMLDivElement>(null);
  const hold = useRef<'foot' | 'mark' | null>('foot');
  const atFoot = useRef(true);
  const shownMark = useRef<string | null>(null);

  const settle = useCallback(() => {
    const { current } = box;
    if (current === null) return;
    if (hold.current === 'foot') showNewest(current);
    if (hold.current === 'mark') markedIn(current, shownMark.current)?.scrollIntoView({ block: 'center' });
    atFoot.current = hold.current === 'foot' || current.scrollHeight - current.scrollTop - current.clientHeight < near;
  }, []);

  useLayoutEffect(() => {
    const marked = box.current === null ? null : markedIn(box.current, route.message);
    if (marked !== null && shownMark.current !== route.message) {
      shownMark.current = route.message;
      hold.current = 'mark';
      marked.focus({ preventScroll: true });
    } else if (hold.current === null && atFoot.current) hold.current = 'foot';
    settle();
  }, [conversation, route.message, settle]);

  useEffect(() => {
    if (column.current === null) return undefined;
    const watch = new ResizeObserver(settle);
    watch.observe(column.current);
    return () => watch.disconnect();
  }, [settle]);

  const letGo = useCallback(() => {
    hold.current = null;
  }, []);
  const onScroll = useCallback(() => {
    const { current } = box;
    if (current === null || hold.current === 'mark') return;
    atFoot.current = current.scrollHeight - current.scrollTop - current.clientHeight < near;
  }, []);
  return { box, column, letGo, onScroll };
}

function markedIn(box: HTMLElement, message: string | null): HTMLElement | null {
  return message === null ? null : box.querySelector<HTMLElement>(`[data-message="${CSS.escape(message)}"]`);
}

/** The foot of the conversation; but the head of the newest message where that is taller than the window. */
function showNewest(box: HTMLElement): void {
  const newest = [...box.querySelectorAll<HTMLElement>('[data-message]')].at(-1);
  box.scrollTop = box.scrollHeight;
  if (newest !== undefined && newest.offsetHeight > box.clientHeight) newest.scrollIntoView({ block: 'start' });
}
