import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

/** A bot in a process of its own, away from those who call it and from the other bot. */
export interface Child<Ready> {
  ready: Ready;
  end: () => Promise<void>;
}

/** Starts the module in a process, tells it what it needs, and waits for what it says when it listens. */
export async function startChild<Ready>(module: string, start: object): Promise<Child<Ready>> {
  const child = fork(new URL(module, import.meta.url));
  child.send(start);
  const first = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => null)]);
  if (first === null) throw new Error(`${module} did not start`);
  return { ready: first[0] as Ready, end: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.send('end');
  await gone;
}

/** The child's side: makes itself ready from the first message, says so, and closes at the second. */
export function runChild<Start, Ready>(serve: (start: Start) => Promise<{ ready: Ready; close: () => Promise<void> }>) {
  process.once('message', (start: Start) => {
    void serve(start).then(({ ready, close }) => {
      process.once('message', () => void close().then(() => process.exit(0)));
      process.send?.(ready);
    });
  });
}

/** Address of the messages' door of a bot that now listens on loopback. */
export async function listen(app: Express): Promise<string> {
  const server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
}
