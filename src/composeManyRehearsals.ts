import { existsSync } from 'node:fs';
import { join as path } from 'node:path';
import { rehearse, type Rehearsal, type RehearsalOptions } from './composeRehearsal.ts';
import { PROCEDURES, type Procedure } from './domain/words.ts';
import { doorman, type Doorman } from './rehearsal/doorman.ts';
import { rehearsalPartnership } from './rehearsal/partnership.ts';
import type { Partnerships } from './rehearsal/partnerships.ts';

const TITLES: Record<Procedure, string> = {
  hertsmere: 'Hertsmere',
  llr: 'Leicester, Leicestershire and Rutland',
  warwickshire: 'Warwickshire',
  staffordshire: 'Staffordshire',
  shropshire: 'Shropshire',
};

export interface ManyRehearsals {
  /** The one asked for. */
  first: Rehearsal;
  partnerships: Partnerships;
  close(): Promise<void>;
}

/**
 * The rehearsal of one procedure, with those of the others beside it: each begins when somebody chooses it, in a folder and on
 * ports of its own, two further on for each. `folder` holds them all.
 */
export async function rehearseMany(
  options: Omit<RehearsalOptions, 'procedure' | 'partnerships'> & { procedure: Procedure },
): Promise<ManyRehearsals> {
  const order = [options.procedure, ...PROCEDURES.filter((it) => it !== options.procedure)];
  const running = new Map<Procedure, Promise<Rehearsal>>();
  const doormen = new Map<Procedure, Doorman>();
  const folderOf = (procedure: Procedure) => options.folder && path(options.folder, procedure);
  const portOf = (procedure: Procedure) => (options.port === 0 ? 0 : options.port + 2 * order.indexOf(procedure));

  const begin = async (procedure: Procedure): Promise<Rehearsal> => {
    await doormen.get(procedure)?.close();
    doormen.delete(procedure);
    const own = { ...options, procedure, folder: folderOf(procedure), partnerships };
    // Another program may sit on the port that would be ours.
    return rehearse({ ...own, port: portOf(procedure) }).catch((fault: unknown) => {
      if (procedure === options.procedure || !isTaken(fault)) throw fault;
      return rehearse({ ...own, port: 0 });
    });
  };
  const opened = (procedure: Procedure): Promise<Rehearsal> => {
    const found = running.get(procedure);
    if (found !== undefined) return found;
    const started = begin(procedure);
    running.set(procedure, started);
    // What could not start may be tried again.
    started.catch(() => running.delete(procedure));
    return started;
  };
  const partnerships: Partnerships = {
    list: () =>
      Promise.all(
        PROCEDURES.map(async (procedure) => {
          const { partnership } = await rehearsalPartnership(procedure);
          const url = (await running.get(procedure)?.catch(() => null))?.tenant.deskUrl ?? null;
          return { procedure, title: TITLES[procedure], authority: partnership.authority.name, url };
        }),
      ),
    async open(name) {
      const procedure = PROCEDURES.find((it) => it === name);
      return procedure === undefined ? null : (await opened(procedure)).tenant.deskUrl;
    },
  };

  const first = await opened(options.procedure);
  for (const procedure of order.slice(1)) {
    const folder = folderOf(procedure);
    if (folder === null || options.port === 0 || !existsSync(folder)) continue;
    const stands = await doorman(portOf(procedure), async () => void (await opened(procedure)));
    if (stands) doormen.set(procedure, stands);
  }
  return {
    first,
    partnerships,
    async close() {
      for (const stands of doormen.values()) await stands.close();
      const all = await Promise.allSettled(running.values());
      await Promise.all(all.flatMap((it) => (it.status === 'fulfilled' ? [it.value.close()] : [])));
    },
  };
}

const isTaken = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE';
