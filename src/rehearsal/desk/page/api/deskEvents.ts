import type { DeskEvent } from '../../protocol.ts';

/** 'all' is ours: the line was lost and came back, so anything may have changed. */
export type DeskChange = Omit<DeskEvent, 'changed'> & { changed: DeskEvent['changed'] | 'all' };
type Listener = (change: DeskChange) => void;

const listeners = new Set<Listener>();
const lineListeners = new Set<() => void>();
let source: EventSource | null = null;
let lost = false;

/** Hears every change of the tenant; all listeners of this window share one line. Returns how to stop. */
export function listenToDesk(listener: Listener): () => void {
  listeners.add(listener);
  source ??= openLine();
  return () => {
    listeners.delete(listener);
  };
}

/** Whether the line to the tenant is down, for `useSyncExternalStore`. */
export const lineIsLost = (): boolean => lost;
export function watchLine(listener: () => void): () => void {
  lineListeners.add(listener);
  return () => {
    lineListeners.delete(listener);
  };
}

/** Says the same as an event of the tenant would, without waiting for one. */
export const sayChanged = (change: DeskChange): void => listeners.forEach((listener) => listener(change));

function openLine(): EventSource {
  const line = new EventSource('/desk/api/events');
  line.onmessage = (message) => {
    const change = readChange(message.data);
    if (change !== null) sayChanged(change);
  };
  line.onopen = () => {
    if (lost) sayChanged({ changed: 'all' });
    setLost(false);
  };
  line.onerror = () => setLost(true);
  window.addEventListener('pagehide', () => line.close());
  return line;
}

function setLost(now: boolean): void {
  if (lost === now) return;
  lost = now;
  lineListeners.forEach((listener) => listener());
}

function readChange(data: unknown): DeskChange | null {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data) as DeskChange;
  } catch {
    return null;
  }
}
