import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The walls of the house (src/README.md has the same table). `ours`: which folders of ours may be imported as values or types;
 * `types`: folders whose types alone may be imported; `packages`: which packages may be imported.
 */
interface Row {
  ours: string[];
  types?: string[];
  packages: (string | RegExp)[];
}
const TEAMS_SDK = [/^botbuilder/, /^botframework/, '@microsoft/teams-ai'];
const GRAPH_SDK = [/^@microsoft\/microsoft-graph/];
const RENDERING = ['adaptivecards-templating', 'adaptive-expressions', 'docx', 'nunjucks'];
const NODE = [/^node:/];

const ROWS: Record<string, Row> = {
  calendar: { ours: [], packages: ['zod/v4'] },
  domain: { ours: ['calendar'], packages: ['zod/v4'] },
  policies: { ours: ['domain', 'calendar'], packages: ['zod/v4', 'docx'] },
  cards: { ours: ['domain', 'calendar', 'documents'], packages: ['zod/v4', /^node:module$/, ...RENDERING] },
  documents: { ours: ['domain', 'calendar'], packages: ['zod/v4', ...RENDERING] },
  store: {
    ours: ['domain', 'calendar'],
    packages: ['zod/v4', 'kysely', 'pg', '@electric-sql/pglite', /^@electric-sql\/pglite\//, ...NODE],
  },
  operations: { ours: ['domain', 'calendar', 'store'], packages: ['zod/v4', /^node:crypto$/] },
  bot: {
    ours: ['operations', 'cards', 'domain', 'calendar', 'documents'],
    types: ['log'],
    packages: ['zod/v4', ...TEAMS_SDK, ...NODE],
  },
  graph: { ours: [], types: ['config'], packages: ['zod/v4', ...GRAPH_SDK, '@azure/identity', ...NODE] },
  delivery: {
    ours: ['store', 'domain', 'calendar', 'cards', 'documents', 'graph'],
    types: ['operations', 'log'],
    packages: ['zod/v4', ...TEAMS_SDK, ...NODE],
  },
  web: {
    ours: ['bot', 'operations', 'cards', 'domain', 'calendar', 'documents'],
    types: ['log'],
    packages: ['zod/v4', 'express', 'nunjucks', ...NODE],
  },
  rehearsal: {
    ours: [],
    types: ['domain', 'calendar'],
    packages: [
      'zod/v4',
      'express',
      'jose',
      'vite',
      /^@vitejs\//,
      /^react/,
      /^@fluentui\//,
      'adaptivecards',
      /^adaptivecards\//,
      ...NODE,
    ],
  },
};

interface Import {
  file: string;
  target: string;
  typeOnly: boolean;
}
const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.(ts|tsx|mjs)$/.test(name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found: Import[] = [];
  for (const match of text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)) {
    found.push({ file, target: match[2] ?? '', typeOnly: match[1] !== undefined });
  }
  for (const match of text.matchAll(/\b(?:import|require|createRequire\([^)]*\))\(\s*'([^']+)'\s*\)/g)) {
    found.push({ file, target: match[1] ?? '', typeOnly: false });
  }
  return found;
}

function faultOf(it: Import): string | null {
  const place = relative(src, it.file).split('/');
  const folder = place.length > 1 ? place[0] : undefined;
  if (folder === undefined) return null;
  if (folder === 'commands') return null;
  const row = ROWS[folder];
  if (!row) return `${folder}/ has no row in the table`;
  const where = `${relative(root, it.file)} imports ${it.target}`;
  if (!it.target.startsWith('.')) {
    const name = it.target;
    return row.packages.some((allowed) => (typeof allowed === 'string' ? allowed === name : allowed.test(name)))
      ? null
      : `${where}: ${folder} may not use this package`;
  }
  const to = relative(src, resolve(dirname(it.file), it.target)).split('/');
  if (to[0] === '..') {
    return /\.json$/.test(it.target) || /adaptive-cards|package\.json/.test(it.target) ? null : `${where}: outside src`;
  }
  const other = (to.length > 1 ? to[0] : to[0]?.replace(/\.ts$/, '')) ?? '';
  if (other === folder || row.ours.includes(other)) return null;
  if (row.types?.includes(other) && it.typeOnly) return null;
  return `${where}: ${folder} may not import ${row.types?.includes(other) ? `values of ${other}` : other}`;
}

describe('the walls of the house', () => {
  const files = sources(src);

  it('every import stays inside its row of the table', () => {
    expect(files.flatMap(importsOf).map(faultOf).filter(Boolean)).toEqual([]);
  });

  it('a policy module imports the shape of a policy and nothing else', () => {
    const modules = files.filter((file) => /policies\/[a-z]+\/\d{4}-\d{2}-\d{2}\.ts$/.test(file));
    expect(modules.length).toBeGreaterThan(0);
    const wrong = modules.flatMap(importsOf).filter((it) => !/\/domain\/policy\.ts$/.test(it.target));
    expect(wrong.map((it) => `${relative(root, it.file)} imports ${it.target}`)).toEqual([]);
  });

  it('nobody imports the composition', () => {
    const wrong = files
      .filter((file) => relative(src, file).includes('/') && !relative(src, file).startsWith('commands/'))
      .flatMap(importsOf)
      .filter(
        (it) =>
          /\/(compose\w*|index|cli|commands\/\w+)\.ts$/.test(it.target) &&
          resolve(dirname(it.file), it.target).startsWith(src),
      )
      .filter((it) => /^(compose|index|cli|commands)/.test(relative(src, resolve(dirname(it.file), it.target))));
    expect(wrong.map((it) => `${relative(root, it.file)} imports ${it.target}`)).toEqual([]);
  });

  it('no file is longer than 300 lines, but policy data and migrations', () => {
    const long = files
      .filter((file) => !/\/(policies\/[a-z]+|migrations)\//.test(file))
      .map((file) => ({ file: relative(root, file), lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
      .filter((it) => it.lines > 300);
    expect(long).toEqual([]);
  });

  it('the middle file has under 60 lines', () => {
    const lines = files.map((file) => readFileSync(file, 'utf8').split('\n').length - 1).sort((a, b) => a - b);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThan(60);
  });

  it('the core knows no clock, no chance and no process', () => {
    const core = files.filter((file) =>
      /src\/(domain|calendar|policies|cards|documents|operations|store|bot|delivery|graph|web)\//.test(file),
    );
    const wrong = core.filter((file) => /new Date\(\)|Date\.now\(\)|Math\.random\(\)/.test(readFileSync(file, 'utf8')));
    expect(wrong.map((file) => relative(root, file))).toEqual([]);
    const pure = core.filter((file) => /src\/(domain|calendar)\//.test(file));
    expect(
      pure.filter((file) => /\bprocess\./.test(readFileSync(file, 'utf8'))).map((file) => relative(root, file)),
    ).toEqual([]);
  });

  it('the two SDKs stay in bot and delivery', () => {
    const wrong = files
      .filter((file) => /^(bot|delivery)\//.test(relative(src, file)) === false)
      .flatMap(importsOf)
      .filter((it) => /^botbuilder|^botframework|^@microsoft\/teams-ai/.test(it.target));
    expect(wrong.map((it) => `${relative(root, it.file)} imports ${it.target}`)).toEqual([]);
  });
});
