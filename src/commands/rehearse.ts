import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { rehearseMany } from '../composeManyRehearsals.ts';
import { makeLog } from '../log.ts';
import { buildPage } from '../rehearsal/desk/buildPage.ts';
import { PROCEDURES } from '../domain/words.ts';

const DEFAULT_PORT = 3979;
/** The first day of a fresh rehearsal: a Monday in term time, with Christmas ahead for the ladder. */
const FIRST_DAY = '2026-09-07';

/** `convene rehearse`: prints the desk's address and runs until it is stopped. What was played is kept in the folder. */
export async function rehearse(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      folder: { type: 'string', default: '.convene' },
      procedure: { type: 'string', default: 'hertsmere' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) return wrong('--port must be a port number');
  const procedure = PROCEDURES.find((it) => it === values.procedure);
  if (procedure === undefined) return wrong(`--procedure must be one of ${PROCEDURES.join(', ')}`);
  const trafficLog = process.env['CONVENE_TRAFFIC_LOG'];
  const rehearsals = await rehearseMany({
    procedure,
    folder: resolve(values.folder),
    port,
    start: FIRST_DAY,
    log: makeLog(process.env['LOG_LEVEL'] ?? 'warn'),
    page: buildPage(),
    ...(trafficLog === undefined ? {} : { trafficLog }),
  });
  process.stdout.write(
    `\nThe rehearsal desk is ready: ${rehearsals.first.tenant.deskUrl}\nStop it with Ctrl+C; it goes on where it was when started again.\n`,
  );
  await stopped();
  await rehearsals.close();
  return 0;
}

function stopped(): Promise<void> {
  return new Promise((end) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        end();
      });
  });
}

function wrong(words: string): number {
  process.stderr.write(`${words}\n`);
  return 2;
}
