import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startCluster } from './postgres.ts';
import { findChromium, findPostgres, need } from './tools.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which each test file makes its own database; empty when no chosen file asks for one. */
    postgresUrl: string;
    /** The browser's program; empty when no chosen file asks for one. */
    chromium: string;
  }
}

/** Before the first test: finds or installs what the chosen files need, and starts a temporary PostgreSQL for them. */
export default async function needs(project: TestProject): Promise<() => void> {
  const text = await chosenText(project);
  const browser = /playwright-core|inject\('chromium'\)/.test(text);
  project.provide('chromium', browser ? need('a Chromium browser', 'chromium', findChromium) : '');
  const server = process.env['DATABASE_URL_TEST'];
  const wanted = text.includes(`inject('postgresUrl')`);
  if (!wanted || server !== undefined) {
    project.provide('postgresUrl', wanted ? (server ?? '') : '');
    return () => undefined;
  }
  const cluster = await startCluster(need('a PostgreSQL server, version 15 or later', 'postgresql', findPostgres));
  project.provide('postgresUrl', cluster.url);
  return () => cluster.stop();
}

/** The text of every chosen test file and of the test helpers it imports, directly or not. */
async function chosenText(project: TestProject): Promise<string> {
  const { filenamePattern } = project.vitest as unknown as { filenamePattern?: string[] };
  const filters = filenamePattern?.map((filter) => filter.replace(/:\d+$/, ''));
  const { testFiles } = await project.globTestFiles(filters);
  const seen = new Map<string, string>();
  const waiting = [...testFiles];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !existsSync(file)) continue;
    const text = readFileSync(file, 'utf8');
    seen.set(file, text);
    const folder = dirname(file);
    const imports = [...text.matchAll(/from '(\.[^']+\.ts)'/g)].map((match) => resolve(folder, match[1] ?? ''));
    waiting.push(...imports.filter((path) => path.includes('/test/')));
  }
  return [...seen.values()].join('\n');
}
