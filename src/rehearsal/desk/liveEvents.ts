import type { Response } from 'express';
import type { DeskEvent } from './protocol.ts';

export interface LiveEvents {
  /** Keeps a response open as an event stream until its page goes away. */
  join(response: Response): void;
  tell(event: DeskEvent): void;
  close(): void;
}

const HEARTBEAT_MS = 20_000;

/** Server-sent events to every open desk page. Several changes of one kind in the same instant are told once. */
export function liveEvents(): LiveEvents {
  const listeners = new Set<Response>();
  const waiting = new Map<string, DeskEvent>();
  const heartbeat = setInterval(() => listeners.forEach((one) => one.write(': still here\n\n')), HEARTBEAT_MS);
  heartbeat.unref();
  const flush = () => {
    const events = [...waiting.values()];
    waiting.clear();
    for (const event of events) for (const listener of listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  return {
    join: (response) => {
      response.status(200).set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': hello\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    tell: (event) => {
      if (waiting.size === 0) setImmediate(flush);
      waiting.set(`${event.changed} ${event.id ?? ''}`, event);
    },
    close: () => {
      clearInterval(heartbeat);
      listeners.forEach((one) => one.end());
    },
  };
}
