import { parseArgs } from 'node:util';
import { toDocx } from '../documents/toDocx.ts';
import { resolvePolicy } from '../policies/registry.ts';
import { toMarkdown } from '../policies/sheet/markdown.ts';
import { checkSheet } from '../policies/sheet/sheet.ts';
import { answering, processIo, WrongUse, type Io } from './io.ts';
import { policyNamed, settingsIn } from './policyArgs.ts';

const USAGE = 'convene policy sheet PROCEDURE [--settings FILE] [--out FILE.md|FILE.docx]';

/** `convene policy sheet`: what an officer lays beside the printed procedure and signs. Exit 2 on wrong use. */
export const policySheet = (args: string[], io: Io = processIo): Promise<number> =>
  answering(io, USAGE, async () => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { settings: { type: 'string' }, out: { type: 'string' } },
    });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new WrongUse('Name one procedure.');
    const { out } = values;
    if (out !== undefined && !/\.(md|docx)$/.test(out)) throw new WrongUse('--out must end in .md or .docx');
    const policy = policyNamed(name);
    const sheet = checkSheet(resolvePolicy(policy, settingsIn(values.settings, policy, io)), policy);
    if (out === undefined) io.out(toMarkdown(sheet).trimEnd());
    else {
      io.write(out, out.endsWith('.docx') ? await toDocx(sheet) : toMarkdown(sheet));
      io.out(out);
    }
    return 0;
  });
