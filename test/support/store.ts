import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Kysely } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate, openDatabase, type OpenDatabase, type StoreKind, type Tables } from '../../src/store/database.ts';
import { openMemory } from '../../src/store/embedded.ts';

const SCHEMA = new URL('../../src/store/migrations/', import.meta.url);
const CACHE = new URL('../../.cache/', import.meta.url);
const PREPARING = 7_112_044;

/** Both kinds, for `describe.each(KINDS)`. */
export const KINDS: StoreKind[] = ['embedded', 'postgres'];

/** An empty store with the present schema, of its own: close it when done, which also removes it. */
export async function freshStore(kind: StoreKind): Promise<OpenDatabase> {
  if (kind === 'embedded') return openDatabase({ memory: true, image: await preparedImage() });
  const fresh = await freshDatabase();
  const open = await openDatabase({ url: fresh.url });
  const close = async (): Promise<void> => {
    await open.close();
    await fresh.drop();
  };
  return { ...open, close };
}

/** An empty database with the present schema on the tests' server, for tests that start processes of their own. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const template = await preparedTemplate();
  const name = `convene_test_${randomUUID().replaceAll('-', '')}`;
  await onServer((admin) => admin.query(`create database ${name} template ${template}`));
  const drop = (): Promise<void> =>
    onServer(async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`)));
  return { url: urlOf(name), drop };
}

/** The first file of a run migrates a database; every other copies it. */
async function preparedTemplate(): Promise<string> {
  const name = `convene_template_${schemaHash()}`;
  await onServer(async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [PREPARING]);
    const known = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount !== 0) return;
    const making = `${name}_making`;
    await admin.query(`drop database if exists ${making} with (force)`);
    await admin.query(`create database ${making}`);
    await (await openDatabase({ url: urlOf(making) })).close();
    await admin.query(`alter database ${making} rename to ${name}`);
  });
  return name;
}

/** A new embedded store takes seconds to make and half a second to copy: one is kept for each state of the schema. */
async function preparedImage(): Promise<Blob> {
  const file = new URL(`store-${schemaHash()}.tar`, CACHE);
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true });
    const making = new URL(`store-${randomUUID()}.making`, CACHE);
    writeFileSync(making, Buffer.from(await (await migratedImage()).arrayBuffer()));
    for (const older of readdirSync(CACHE).filter((name) => /^store-.*\.tar$/.test(name)))
      rmSync(new URL(older, CACHE));
    renameSync(making, file);
  }
  return new Blob([readFileSync(file)], { type: 'application/x-tar' });
}

async function migratedImage(): Promise<Blob> {
  const opened = await openMemory();
  const db = new Kysely<Tables>({ dialect: opened.dialect });
  await migrate(db);
  const image = await opened.image();
  await db.destroy();
  return image;
}

function schemaHash(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(SCHEMA).sort()) hash.update(name).update(readFileSync(new URL(name, SCHEMA)));
  const engine = new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url);
  return hash.update(readFileSync(engine)).digest('hex').slice(0, 16);
}

function urlOf(database: string): string {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
