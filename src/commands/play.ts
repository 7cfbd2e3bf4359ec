import { readFileSync } from 'node:fs';
import { playFiles } from '../operations/playCase.ts';
import { policyFor, resolvePolicy } from '../policies/registry.ts';

/** `convene play FILE…`: worked cases through the pure core. Exit 0 all hold, 1 one does not, 2 not a worked case. */
export async function play(files: string[]): Promise<number> {
  if (files.length === 0) {
    process.stderr.write('convene play FILE…: name at least one worked case\n');
    return 2;
  }
  return playFiles(
    files,
    (path) => readFileSync(path, 'utf8'),
    (line) => process.stdout.write(`${line}\n`),
    (line) => process.stderr.write(`${line}\n`),
    (procedure, settings) => resolvePolicy(policyFor(procedure), settings),
  );
}
