import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

const HEARTBEAT_SECONDS = 3;
export const STALE_SECONDS = 20;
const ATTEMPTS = 20;

/** Containers may share a host name, and each calls its process 1: the kernel's number of the process table tells them apart. */
const HERE = [hostname(), ...processTable()].join(' ');

interface Holder {
  token: string;
  host: string;
  pid: number;
  /** When the kernel started that process: a process number is used again. */
  born: string | null;
}

/** A power cut can leave the file empty: nobody can be asked, so only its age counts. */
const NOBODY_KNOWN: Holder = { token: 'unreadable', host: 'an unknown host', pid: 0, born: null };

/** Refusal to open: another process uses the folder. */
export class FolderInUse extends Error {
  /** The holder cannot be asked whether it lives; its heartbeat tells within STALE_SECONDS. */
  readonly elsewhere: boolean;
  constructor(holder: { host: string; pid: number }) {
    super(
      `the data folder is in use by process ${holder.pid} on ${holder.host}: stop it first, ` +
        'or give every process one PostgreSQL by DATABASE_URL',
    );
    this.name = 'FolderInUse';
    this.elsewhere = holder.host !== HERE;
  }
}

export interface FolderLock {
  /** Throws when another host has taken the folder over from us (we were asleep for too long). */
  check(): void;
  release(): void;
}

/**
 * Takes the lock file or throws FolderInUse. A holder that died on this host is replaced at once; one on another host
 * (containers on a shared volume) when its heartbeat has stopped.
 */
export function lockFolder(path: string): FolderLock {
  const token = take(path, 0);
  let lost = false;
  const beat = setInterval(() => {
    try {
      if (holderOf(path)?.token !== token) lost = true;
      else touch(path);
    } catch {
      // A beat that the disk refused is missed; if it costs us the folder, the next one tells.
    }
  }, HEARTBEAT_SECONDS * 1000);
  beat.unref();
  return {
    check() {
      if (lost) throw new Error('another process took the data folder over: this one must stop');
    },
    release() {
      clearInterval(beat);
      if (holderOf(path)?.token === token) rmSync(path, { force: true });
    },
  };
}

/** A dead holder is replaced under a lock named after it, so that of two heirs only one replaces it. */
function take(path: string, depth: number): string {
  const token = randomUUID();
  const mine = `${path}.${token}`;
  writeFileSync(mine, JSON.stringify({ token, host: HERE, pid: process.pid, born: bornOf(process.pid) }));
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (linked(mine, path)) return token;
      const holder = holderOf(path);
      if (holder === null) continue;
      if (depth > 3 || isAlive(holder, path, mine)) throw new FolderInUse(holder);
      const inheritance = `${path}-after-${holder.token}`;
      const heir = take(inheritance, depth + 1);
      try {
        if (holderOf(path)?.token !== holder.token) continue;
        const successor = `${mine}.new`;
        linkSync(mine, successor);
        renameSync(successor, path);
        return token;
      } finally {
        if (holderOf(inheritance)?.token === heir) rmSync(inheritance, { force: true });
      }
    }
    throw new FolderInUse({ host: HERE, pid: process.pid });
  } finally {
    rmSync(mine, { force: true });
  }
}

function processTable(): string[] {
  try {
    return [readlinkSync('/proc/self/ns/pid')];
  } catch {
    return [];
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    if (error instanceof SyntaxError) return NOBODY_KNOWN;
    throw error;
  }
}

/** Ages are compared with a file just written beside it: the folder's own clock, whichever host looks. */
function isAlive(holder: Holder, path: string, mine: string): boolean {
  if (holder.host === HERE) return isRunning(holder.pid) && bornOf(holder.pid) === holder.born;
  const at = statSync(path, { throwIfNoEntry: false });
  return at !== undefined && statSync(mine).mtimeMs - at.mtimeMs < STALE_SECONDS * 1000;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of the process table, after the name in brackets; null where the system has no such table. */
function bornOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function touch(path: string): void {
  const beside = `${path}.beat`;
  writeFileSync(beside, '');
  const now = statSync(beside).mtime;
  rmSync(beside, { force: true });
  utimesSync(path, now, now);
}
