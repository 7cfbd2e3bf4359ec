import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A program of the tests in a process of its own, so that it can be killed. */
export interface Child {
  process: ChildProcess;
  /** Every whole line it has printed so far. */
  lines: string[];
  /** The next line that passes; fails with what was printed when the process ends first. */
  line(passes: (text: string) => boolean): Promise<string>;
  /** What it has written to its error stream so far. */
  errors(): string;
  kill(): Promise<void>;
  ended(): Promise<void>;
}

export function startChild(program: URL, words: string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(program), ...words], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const errors: string[] = [];
  const waiting = new Set<() => void>();
  let over = false;
  const look = (): void => [...waiting].forEach((check) => check());
  createInterface({ input: child.stdout }).on('line', (text) => {
    lines.push(text);
    look();
  });
  child.stderr.on('data', (data: Buffer) => errors.push(data.toString()));
  const closed = once(child, 'close').then(() => {
    over = true;
    look();
  });
  const line = (passes: (text: string) => boolean): Promise<string> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        const found = lines.find(passes);
        if (found === undefined && !over) return;
        waiting.delete(check);
        if (found === undefined) reject(new Error(`the process ended: ${[...lines.slice(-5), ...errors].join('\n')}`));
        else resolve(found);
      };
      waiting.add(check);
      check();
    });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await closed;
  };
  return { process: child, lines, line, errors: () => errors.join(''), kill, ended: () => closed };
}
