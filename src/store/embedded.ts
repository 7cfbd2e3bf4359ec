import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import type { Dialect } from 'kysely';
import { embeddedDialect } from './embeddedDialect.ts';
import { FolderInUse, lockFolder, STALE_SECONDS, type FolderLock } from './folderLock.ts';
import { SyncedFolder, syncPath, syncTree } from './syncedFolder.ts';
import { PARSERS } from './values.ts';

/** The PostgreSQL whose folders this engine reads. A test holds it to the installed engine. */
export const EMBEDDED_MAJOR = '18';

/** Without `-F`, which turns fsync off, and with the one way of syncing that reaches our folder. */
const START = [...PGlite.defaultStartParams.filter((word) => word !== '-F'), '-c', 'wal_sync_method=fsync'];

export interface Opened {
  dialect: Dialect;
  /** After the dialect's own end: gives back what the process held. */
  release(): void;
}

/** The embedded store in a folder: one process, every commit synced to disk, the engine's version checked. */
export async function openFolder(folder: string): Promise<Opened & { syncs(): number }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await takeLock(join(folder, 'store.lock'));
  try {
    const data = join(folder, 'postgres');
    const unfinished = join(folder, 'store.unfinished');
    if (existsSync(unfinished)) rmSync(data, { recursive: true, force: true });
    refuseOtherVersion(data);
    const isNew = !existsSync(data);
    if (isNew) writeFileSync(unfinished, 'The store in this folder was not finished; it holds no case.\n');
    const disk = new SyncedFolder(data);
    const engine = await PGlite.create({ fs: disk, startParams: START, parsers: PARSERS });
    if (isNew) {
      syncTree(data);
      rmSync(unfinished, { force: true });
      syncPath(folder);
    }
    await proveSync(engine, disk);
    return {
      dialect: embeddedDialect(engine, () => lock.check()),
      release: () => lock.release(),
      syncs: () => disk.syncs,
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The embedded store without a disk. It starts empty, or as a copy of an `image` that another gave. */
export async function openMemory(image?: Blob): Promise<Opened & { image(): Promise<Blob> }> {
  const engine = await PGlite.create({ parsers: PARSERS, ...(image === undefined ? {} : { loadDataDir: image }) });
  return {
    dialect: embeddedDialect(engine, () => undefined),
    release: () => undefined,
    image: () => engine.dumpDataDir('none'),
  };
}

/** A restarted container finds the lock of the one before it: it waits for that heartbeat to have stopped. */
async function takeLock(path: string): Promise<FolderLock> {
  for (let second = 0; ; second += 1) {
    try {
      return lockFolder(path);
    } catch (error) {
      if (!(error instanceof FolderInUse && error.elsewhere) || second > STALE_SECONDS) throw error;
      await pause(1000);
    }
  }
}

function refuseOtherVersion(data: string): void {
  const file = join(data, 'PG_VERSION');
  if (!existsSync(file)) return;
  const found = readFileSync(file, 'utf8').trim();
  if (found !== EMBEDDED_MAJOR)
    throw new Error(
      `the data folder was written by version ${found} of the embedded store and this one reads ${EMBEDDED_MAJOR}: ` +
        'run "convene export" with the release that wrote it, then "convene import" with this one into a new folder',
    );
}

/** Commits one log record and looks whether it reached the disk: an upgrade of the engine may lose our hook silently. */
async function proveSync(engine: PGlite, disk: SyncedFolder): Promise<void> {
  const before = disk.syncs;
  await engine.query(`select pg_logical_emit_message(true, 'convene', 'started')`);
  if (disk.syncs > before) return;
  await engine.close();
  throw new Error(
    'the embedded store does not write through to the disk: refusing to start, because cases could be lost',
  );
}
