import { processIo, type Io } from './io.ts';

type Verb = (args: string[], io?: Io) => Promise<number>;
const VERBS: Record<string, () => Promise<Verb>> = {
  sheet: async () => (await import('./policySheet.ts')).policySheet,
  lint: async () => (await import('./policyLint.ts')).policyLint,
  diff: async () => (await import('./policyDiff.ts')).policyDiff,
};

/** `convene policy sheet | lint | diff`. Exit 2 where none of them is named. */
export async function policy([name, ...args]: string[], io: Io = processIo): Promise<number> {
  const load = name !== undefined && Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!load) {
    io.err(`convene policy ${Object.keys(VERBS).join(' | ')}: name one of these`);
    return 2;
  }
  return (await load())(args, io);
}
