import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadCase, verifyChain } from '../../src/store/cases.ts';
import { openDatabase } from '../../src/store/database.ts';
import { openFolder } from '../../src/store/embedded.ts';
import { FolderInUse, lockFolder } from '../../src/store/folderLock.ts';
import { startChild } from '../support/children.ts';
import { openTestCase } from './fixtures.ts';

const OPENER = new URL('children/opener.ts', import.meta.url);
/** A new store, and every process, costs seconds of work. */
const SLOW = { timeout: 120_000 };
const LONG_AGO = new Date('2026-01-01T00:00:00Z');
let root: string;
let prepared: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'convene-folder-'));
  prepared = join(root, 'prepared');
  const store = await openDatabase({ folder: prepared });
  await openTestCase(store.db, 'NBC-2026-0001');
  await store.close();
}, SLOW.timeout);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const copy = (name: string): string => {
  const folder = join(root, name);
  cpSync(prepared, folder, { recursive: true });
  return folder;
};

describe('the embedded store in a folder', SLOW, () => {
  it('is there again after it was closed', async () => {
    const store = await openDatabase({ folder: copy('again') });
    expect(await loadCase(store.db, 'NBC-2026-0001')).toMatchObject({ version: 1, openedOn: '2026-06-01' });
    expect(await verifyChain(store.db, 'NBC-2026-0001')).toEqual({ ok: true });
    await store.close();
    expect(existsSync(join(root, 'again', 'store.lock'))).toBe(false);
  });

  it('syncs every commit to the disk', async () => {
    const opened = await openFolder(copy('synced'));
    const driver = opened.dialect.createDriver();
    await driver.init();
    const session = await driver.acquireConnection();
    const before = opened.syncs();
    expect(before).toBeGreaterThan(0);
    for (let commit = 0; commit < 10; commit += 1) {
      const query = `insert into conversations values ('k${commit}', '{}')`;
      await session.executeQuery({ sql: query, parameters: [] } as never);
    }
    expect(opened.syncs() - before).toBeGreaterThanOrEqual(10);
    await driver.destroy();
    opened.release();
  });

  it('refuses a folder that another version wrote, and says what to do', async () => {
    const folder = copy('older');
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '16\n');
    await expect(openDatabase({ folder })).rejects.toThrow(/written by version 16 .* reads 18: run "convene export"/);
    expect(existsSync(join(folder, 'store.lock'))).toBe(false);
  });

  it('starts anew where making the store was interrupted', async () => {
    const folder = copy('interrupted');
    rmSync(join(folder, 'postgres', 'global'), { recursive: true });
    writeFileSync(join(folder, 'store.unfinished'), '');
    const store = await openDatabase({ folder });
    expect(await loadCase(store.db, 'NBC-2026-0001')).toBeNull();
    expect(existsSync(join(folder, 'store.unfinished'))).toBe(false);
    await store.close();
  });
});

describe('one process for each folder', SLOW, () => {
  it('refuses a second process in plain words while the first lives, and lets it in once that has ended', async () => {
    const folder = copy('shared');
    const first = startChild(OPENER, [folder]);
    await first.line((text) => text === 'open');
    const second = startChild(OPENER, [folder]);
    expect(await second.line(() => true)).toMatch(
      /refused: FolderInUse: the data folder is in use by process \d+ on .*: stop it first/,
    );
    await second.ended();
    await expect(openDatabase({ folder })).rejects.toThrow(FolderInUse);
    first.process.stdin?.end();
    await first.ended();
    await (await openDatabase({ folder })).close();
  });

  it('takes a killed process over at once', async () => {
    const folder = copy('killed');
    const first = startChild(OPENER, [folder]);
    await first.line((text) => text === 'open');
    await first.kill();
    const lock = lockFolder(join(folder, 'store.lock'));
    lock.check();
    lock.release();
    await (await openDatabase({ folder })).close();
  });

  it('lets one of several heirs in, never two', async () => {
    const folder = copy('heirs');
    const first = startChild(OPENER, [folder]);
    await first.line((text) => text === 'open');
    await first.kill();
    const heirs = [1, 2, 3, 4].map(() => startChild(OPENER, [folder]));
    const said = await Promise.all(heirs.map((heir) => heir.line(() => true)));
    expect(said.filter((text) => text === 'open')).toHaveLength(1);
    expect(said.filter((text) => text.startsWith('refused: FolderInUse'))).toHaveLength(3);
    heirs.forEach((heir) => heir.process.stdin?.end());
    await Promise.all(heirs.map((heir) => heir.ended()));
  });

  it('does not take a reused process number for the holder', () => {
    const path = join(root, 'reused.lock');
    const kept = lockFolder(path);
    const holder = JSON.parse(readFileSync(path, 'utf8')) as object;
    kept.release();
    writeFileSync(path, JSON.stringify({ ...holder, token: 'earlier', born: '1' }));
    lockFolder(path).release();
    expect(existsSync(path)).toBe(false);
  });

  it('waits for the heartbeat of a holder on another host, which it cannot ask', () => {
    const path = join(root, 'elsewhere.lock');
    const holder = { token: 'theirs', host: 'another-host', pid: 1, born: null };
    writeFileSync(path, JSON.stringify(holder));
    expect(() => lockFolder(path)).toThrow('process 1 on another-host');
    utimesSync(path, LONG_AGO, LONG_AGO);
    lockFolder(path).release();
  });

  it('gets in once a holder on another host has let go, without being started again', async () => {
    const folder = copy('handed-over');
    const path = join(folder, 'store.lock');
    writeFileSync(path, JSON.stringify({ token: 'theirs', host: 'another-host', pid: 1, born: null }));
    const opening = openDatabase({ folder });
    rmSync(path);
    await (await opening).close();
  });

  it('treats a lock file that a power cut emptied by its age', () => {
    const path = join(root, 'emptied.lock');
    writeFileSync(path, '');
    expect(() => lockFolder(path)).toThrow(FolderInUse);
    utimesSync(path, LONG_AGO, LONG_AGO);
    lockFolder(path).release();
  });

  it('keeps its lock fresh, and stops when another host has taken the folder over', () => {
    vi.useFakeTimers();
    const path = join(root, 'lost.lock');
    const lock = lockFolder(path);
    utimesSync(path, LONG_AGO, LONG_AGO);
    vi.advanceTimersByTime(3000);
    expect(statSync(path).mtime.getTime()).toBeGreaterThan(LONG_AGO.getTime());
    lock.check();
    writeFileSync(path, JSON.stringify({ token: 'theirs', host: 'another-host', pid: 1, born: null }));
    vi.advanceTimersByTime(3000);
    expect(() => lock.check()).toThrow('this one must stop');
    lock.release();
    expect(existsSync(path)).toBe(true);
    vi.useRealTimers();
  });
});
