import { setTimeout as sleep } from 'node:timers/promises';

export interface Waiting {
  /** Ends after so long, when woken, or on the signal. A wake that came while nobody waited ends the next wait at once. */
  until(ms: number, signal: AbortSignal): Promise<void>;
  wake: () => void;
  pause: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

export function waitOrWake(pause: Waiting['pause'] = (ms, signal) => sleep(ms, undefined, { signal })): Waiting {
  let woken = false;
  let stop: (() => void) | undefined;
  return {
    pause,
    async until(ms, signal) {
      if (!woken && !signal.aborted) {
        const early = new AbortController();
        stop = () => {
          early.abort();
        };
        try {
          await pause(ms, AbortSignal.any([early.signal, signal]));
        } catch (error) {
          if (!early.signal.aborted && !signal.aborted) throw error;
        }
        stop = undefined;
      }
      woken = false;
    },
    wake() {
      woken = true;
      stop?.();
    },
  };
}
