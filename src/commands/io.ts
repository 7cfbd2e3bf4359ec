import { readFileSync, writeFileSync } from 'node:fs';
import { londonDay, type Day } from '../calendar/isoDate.ts';

/** What a command reads and writes: the process's own, or a test's. */
export interface Io {
  out: (words: string) => void;
  err: (words: string) => void;
  /** Throws where the file cannot be read. */
  read: (path: string) => string;
  write: (path: string, content: string | Uint8Array) => void;
  today: () => Day;
  env: Record<string, string | undefined>;
}

export const processIo: Io = {
  out: (words) => void process.stdout.write(`${words}\n`),
  err: (words) => void process.stderr.write(`${words}\n`),
  read: (path) => readFileSync(path, 'utf8'),
  write: (path, content) => {
    writeFileSync(path, content);
  },
  today: () => londonDay(new Date()),
  env: process.env,
};

/** Wrong use of a command, in words for whoever typed it. Becomes exit 2. */
export class WrongUse extends Error {}

/** Runs a command; wrong use, told by it or by `parseArgs`, is printed and answered with 2. */
export async function answering(io: Io, usage: string, work: () => number | Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const wrong =
      error instanceof WrongUse || (error instanceof TypeError && 'code' in error && isArgument(error.code));
    if (!wrong) throw error;
    io.err(`${error.message}\n${usage}`);
    return 2;
  }
}

const isArgument = (code: unknown): boolean => typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS');
