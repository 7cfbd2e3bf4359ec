import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const pageFolder = here('./page');
const cacheFolder = here('../../../.cache/desk');
const configFile = here('./vite.config.ts');
/** How many builds stay in the cache. */
const kept = 4;

/** The folder of the built desk page. It is built, once, when its sources or the pinned packages have changed; two processes that
 * build at the same time do not disturb each other. Throws when the bundler is not installed (it is a development dependency). */
export async function buildPage(): Promise<string> {
  const built = join(cacheFolder, await hashOfSources());
  if (existsSync(join(built, 'index.html'))) return built;
  await mkdir(cacheFolder, { recursive: true });
  const draft = await mkdtemp(join(cacheFolder, 'draft-'));
  try {
    const { build } = await bundler();
    await build({ configFile, logLevel: 'error', mode: 'production', build: { outDir: draft } });
    await rename(draft, built);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    // Another process was first with the same sources: its page is ours.
    if (!existsSync(join(built, 'index.html'))) throw cause;
  }
  await forgetOld();
  return built;
}

/** Keeps the newest few builds: another rehearsal may still serve the one before. */
async function forgetOld(): Promise<void> {
  const builds = (await readdir(cacheFolder)).filter((name) => /^[0-9a-f]{16}$/.test(name));
  const dated = await Promise.all(
    builds.map(async (name) => ({
      folder: join(cacheFolder, name),
      at: (await stat(join(cacheFolder, name))).mtimeMs,
    })),
  );
  const old = dated.sort((a, b) => b.at - a.at).slice(kept);
  await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}

async function bundler() {
  try {
    return await import('vite');
  } catch (cause) {
    throw new Error('The desk page cannot be built: install the development dependencies (npm ci), then start again.', {
      cause,
    });
  }
}

async function hashOfSources(): Promise<string> {
  const names = (await readdir(pageFolder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const name of [...names, configFile, here('./protocol.ts'), here('../../../package-lock.json')]) {
    hash
      .update(name.slice(pageFolder.length))
      .update('\0')
      .update(await readFile(name))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}
