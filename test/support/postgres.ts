import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'convene-postgres-';
const STARTER = 'started-by';
const ATTEMPTS = 5;

export interface Cluster {
  url: string;
  /** Stops the server and leaves its data: `fast` as by an administrator, `immediate` as by a power cut. */
  halt(how: 'fast' | 'immediate'): Promise<void>;
  /** Starts a server that was halted, at the same address. */
  start(): Promise<void>;
  /** Stops it and removes it. */
  stop(): void;
}

/** Starts a PostgreSQL of its own in a temporary folder, on loopback alone, with fsync on. */
export async function startCluster(programs: string): Promise<Cluster> {
  clearLeftovers(programs);
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  const data = join(folder, 'data');
  writeFileSync(join(folder, STARTER), String(process.pid));
  mkdirSync(data);
  for (const path of [folder, data]) giveTo(path);
  await run(programs, 'initdb', [
    '-D',
    data,
    '-U',
    'convene',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const options =
      `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=200 -c shared_buffers=64MB ` +
      '-c fsync=on -c synchronous_commit=on -c full_page_writes=on -c timezone=America/New_York';
    const start = (): Promise<void> =>
      run(programs, 'pg_ctl', ['-D', data, '-w', '-s', '-l', join(data, 'log'), '-o', options, 'start']);
    try {
      await start();
      return {
        url: `postgres://convene@127.0.0.1:${port}/postgres`,
        halt: (how) => run(programs, 'pg_ctl', ['-D', data, '-m', how, '-w', '-s', 'stop']),
        start,
        stop: () => stop(programs, folder),
      };
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

/** Servers whose test run was killed before it could stop them. */
function clearLeftovers(programs: string): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const starter = join(folder, STARTER);
    if (existsSync(starter) && !isRunning(Number(readFileSync(starter, 'utf8')))) stop(programs, folder);
  }
}

function stop(programs: string, folder: string): void {
  const data = join(folder, 'data');
  if (existsSync(join(data, 'postmaster.pid')))
    spawnSync(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', '-s', 'stop'], {
      cwd: '/',
      ...unprivileged(),
    });
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function run(programs: string, program: string, words: string[]): Promise<void> {
  // The server keeps what it inherits open: a pipe here would never end.
  const piped = program === 'pg_ctl' ? 'ignore' : 'pipe';
  const child = spawn(join(programs, program), words, {
    cwd: '/',
    stdio: ['ignore', 'ignore', piped],
    ...unprivileged(),
  });
  const said: string[] = [];
  child.stderr?.on('data', (data: Buffer) => said.push(data.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} failed: ${said.join('')}`));
    });
  });
}

/** PostgreSQL refuses to run as root: then it runs as its own user, or as nobody. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody']
    .map((name) => users.find((user) => user[0] === name))
    .find((user) => user !== undefined);
  if (found === undefined)
    throw new Error('the tests need an unprivileged user to run PostgreSQL: add the user "postgres"');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

function giveTo(path: string): void {
  const { uid, gid } = unprivileged();
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
