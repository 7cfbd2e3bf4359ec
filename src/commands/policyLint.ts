import { parseArgs } from 'node:util';
import { faultsOfPartnership } from '../domain/directoryFaults.ts';
import type { Policy } from '../domain/policy.ts';
import { lintPolicy } from '../policies/lint/lint.ts';
import { allPolicies } from '../policies/registry.ts';
import { answering, processIo, WrongUse, type Io } from './io.ts';
import { dayTyped, partnershipIn, policyNamed, rawSettingsIn } from './policyArgs.ts';

const USAGE = 'convene policy lint [PROCEDURE…] [--on DAY] [--settings FILE] [--partnership FILE]';

/** `convene policy lint`: faults on standard output first, then warnings. Exit 0 without a fault, 1 with one, 2 on wrong use. */
export const policyLint = (args: string[], io: Io = processIo): Promise<number> =>
  answering(io, USAGE, () => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { on: { type: 'string' }, settings: { type: 'string' }, partnership: { type: 'string' } },
    });
    const on = values.on === undefined ? io.today() : dayTyped(values.on, '--on');
    const partnership = values.partnership === undefined ? undefined : partnershipIn(values.partnership, io);
    const policies = chosen(positionals, partnership?.authority.procedure);
    const given = values.settings === undefined ? partnership?.authority.settings : rawSettingsIn(values.settings, io);
    if (values.settings !== undefined && policies.length > 1)
      throw new WrongUse('--settings belongs to one procedure: name it.');
    const found = policies.flatMap((policy) =>
      lintPolicy(policy, allPolicies(), {
        on,
        ...(given === undefined || (policies.length > 1 && values.settings === undefined) ? {} : { own: given }),
        ...(partnership === undefined ? {} : { partnership }),
      }),
    );
    const directory = partnership === undefined ? [] : faultsOfPartnership(partnership);
    const faults = [
      ...directory.map((words) => ({ where: 'partnership', words })),
      ...found.filter((it) => it.level === 'fault'),
    ];
    const warnings = found.filter((it) => it.level === 'warning');
    for (const it of faults) io.out(`fault    ${it.where}: ${it.words}`);
    for (const it of warnings) io.out(`warning  ${it.where}: ${it.words}`);
    io.out(`${policies.length} checked, ${counted(faults.length, 'fault')}, ${counted(warnings.length, 'warning')}`);
    return faults.length > 0 ? 1 : 0;
  });

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Those that were named, else the one of the partnership, else all. */
function chosen(names: string[], procedure: string | undefined): Policy[] {
  if (names.length > 0) return names.map(policyNamed);
  return procedure === undefined ? allPolicies() : [policyNamed(procedure)];
}
