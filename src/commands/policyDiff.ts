import { parseArgs } from 'node:util';
import { CalendarEnds } from '../calendar/workingDays.ts';
import type { Policy } from '../domain/policy.ts';
import { parseWorkedCase, playCase, type WorkedCase } from '../operations/playCase.ts';
import { diffDates } from '../policies/diff/dates.ts';
import { diffPolicies } from '../policies/diff/diff.ts';
import { nameOf, resolvePolicy } from '../policies/registry.ts';
import { answering, processIo, WrongUse, type Io } from './io.ts';
import { policyNamed, settingsIn, textIn } from './policyArgs.ts';

const USAGE = 'convene policy diff A B [--settings-a FILE] [--settings-b FILE] [--on CASE…]';

interface Side {
  policy: Policy;
  own: Record<string, unknown>;
}

/** `convene policy diff`: what differs between two policies, and which dates of the worked cases change. Exit 2 on wrong use. */
export const policyDiff = (args: string[], io: Io = processIo): Promise<number> =>
  answering(io, USAGE, () => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'settings-a': { type: 'string' },
        'settings-b': { type: 'string' },
        on: { type: 'string', multiple: true },
      },
    });
    const [nameA, nameB, ...more] = positionals;
    if (nameA === undefined || nameB === undefined) throw new WrongUse('Name two policies, A and B.');
    if (more.length > 0 && values.on === undefined) throw new WrongUse('Worked cases come after --on.');
    const side = (name: string, settings: string | undefined): Side => {
      const policy = policyNamed(name);
      return { policy, own: settingsIn(settings, policy, io) };
    };
    const [a, b] = [side(nameA, values['settings-a']), side(nameB, values['settings-b'])];
    // `--on one.json two.json`: the option takes the first, the rest stand by themselves.
    const cases = [...(values.on ?? []), ...more].map((path) => ({ path, worked: workedCaseIn(path, io) }));
    io.out(`A: ${nameOf(a.policy)}\nB: ${nameOf(b.policy)}`);
    const parts = diffPolicies(resolvePolicy(a.policy, a.own), resolvePolicy(b.policy, b.own));
    if (parts.length === 0) io.out('No differences.');
    for (const { subject, differences } of parts)
      io.out(`\n${subject}\n${differences.map((it) => `- ${it}`).join('\n')}`);
    for (const { path, worked } of cases) {
      const changes = changesOf(worked, a, b);
      io.out(`\n${path}: ${worked.title}\n${changes.map((it) => `- ${it}`).join('\n') || '- No date changes.'}`);
    }
    return 0;
  });

/** The dates of a case under each side; the case's own settings stand over those of the side. */
function changesOf(worked: WorkedCase, a: Side, b: Side): string[] {
  if (![a.policy.procedure, b.policy.procedure].includes(worked.procedure))
    return [`Not played: it is a case of ${worked.procedure}.`];
  const under = (side: Side) =>
    playCase(worked, (_procedure, settings) => resolvePolicy(side.policy, { ...side.own, ...settings })).played;
  try {
    return diffDates(under(a), under(b));
  } catch (error) {
    if (!(error instanceof CalendarEnds)) throw error;
    return [error.message];
  }
}

function workedCaseIn(path: string, io: Io): WorkedCase {
  const parsed = parseWorkedCase(textIn(path, io));
  if (!parsed.ok) throw new WrongUse(parsed.faults.map((it) => `${path}: ${it}`).join('\n'));
  return parsed.worked;
}
