import { startChild } from './children.ts';
import { AtTheDesk } from './desk.ts';
import type { Playing } from './hertsmere.ts';

const CLI = new URL('../../src/cli.ts', import.meta.url);
const PATIENCE_MS = 40_000;

/** `convene rehearse` in a process of its own, as a person starts it, so that it can be killed. */
export interface RehearsalProcess extends Playing {
  /** As by a power cut: nothing is tidied up. */
  kill: () => Promise<void>;
}

export async function startRehearsalProcess(folder: string): Promise<RehearsalProcess> {
  const child = startChild(CLI, ['rehearse', '--port', '0', '--folder', folder]);
  const line = await child.line((text) => text.includes('desk is ready'));
  return { desk: new AtTheDesk(/http:\/\/[\d.:]+/.exec(line)?.[0] ?? ''), until, kill: () => child.kill() };
}

async function until<T>(look: () => Promise<T | null | undefined | false>, what: string): Promise<T> {
  const from = performance.now();
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() - from > PATIENCE_MS) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
