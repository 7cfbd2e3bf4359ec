import { useCallback, useEffect, useRef, useState } from 'react';
import { getText, wordsOfFault } from './client.ts';
import { listenToDesk, type DeskChange } from './deskEvents.ts';

export interface Fetched<T> {
  data: T | null;
  error: string | null;
  /** Fetches again now. */
  again: () => void;
}
interface Held<T> {
  path: string | null;
  text: string | null;
  data: T | null;
  error: string | null;
}

/** Several changes often come together (a sweep, a card updated in place): one fetch answers them all. */
const gatherMs = 40;

/** A view of the tenant, fetched when the path changes and again whenever `concerns` says that a change matters to it. */
export function useFetched<T>(path: string | null, concerns: (change: DeskChange) => boolean): Fetched<T> {
  const [held, setHeld] = useState<Held<T>>({ path: null, text: null, data: null, error: null });
  const [round, setRound] = useState(0);
  const matters = useRef(concerns);
  useEffect(() => {
    matters.current = concerns;
  });
  const again = useCallback(() => setRound((n) => n + 1), []);

  useEffect(() => {
    if (path === null) return undefined;
    const stop = new AbortController();
    getText(path, stop.signal).then(
      (text) =>
        setHeld((now) =>
          now.path === path && now.text === text && now.error === null
            ? now
            : { path, text, data: JSON.parse(text) as T, error: null },
        ),
      (fault: unknown) => {
        if (stop.signal.aborted) return;
        setHeld((now) => ({
          ...(now.path === path ? now : { text: null, data: null }),
          path,
          error: wordsOfFault(fault),
        }));
      },
    );
    return () => stop.abort();
  }, [path, round]);

  useEffect(() => {
    if (path === null) return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = listenToDesk((change) => {
      if (change.changed !== 'all' && !matters.current(change)) return;
      clearTimeout(waiting);
      waiting = setTimeout(again, gatherMs);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [path, again]);

  const current = held.path === path ? held : null;
  return { data: current?.data ?? null, error: current?.error ?? null, again };
}
