import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SERVERS = '/usr/lib/postgresql';
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

/** The folder of PostgreSQL's server programs, newest first; null where there is none. */
export function findPostgres(): string | null {
  const configured = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  const versions = existsSync(SERVERS) ? readdirSync(SERVERS).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [configured, ...versions.map((version) => join(SERVERS, version, 'bin')), ...onPath()];
  const whole = (folder: string): boolean =>
    ['initdb', 'pg_ctl', 'postgres'].every((program) => existsSync(join(folder, program)));
  return folders.find((folder) => folder !== undefined && folder !== '' && whole(folder)) ?? null;
}

/** Chromium or Chrome; `CHROMIUM_PATH` comes first. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  const places = ['/usr/bin', ...onPath()].flatMap((folder) => BROWSERS.map((name) => join(folder, name)));
  return [named, ...places].find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;
}

/** Finds a tool, or installs its package where this may be done: as root, on a system that has apt-get. */
export function need(what: string, aptPackage: string, find: () => string | null): string {
  const found = find();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', aptPackage], { env });
  }
  const installed = find();
  if (installed === null) throw new Error(`the tests need ${what}: install the system package "${aptPackage}"`);
  return installed;
}

const onPath = (): string[] => (process.env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
