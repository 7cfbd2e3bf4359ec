import pg from 'pg';
import { PostgresDialect } from 'kysely';
import type { Opened } from './embedded.ts';
import { PARSERS } from './values.ts';

const CONNECTIONS = 10;
const CONNECT_MILLISECONDS = 10_000;

/** PostgreSQL 15 or later by its URL, through a pool. */
export function openPostgres(url: string): Opened {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    application_name: 'convene',
    // A server that vanished without a word is noticed, instead of waited for.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        PARSERS[oid] ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
    },
  });
  // A connection that breaks while idle leaves the pool by itself; the next query opens another, or fails in its own name.
  pool.on('error', () => undefined);
  // Held by a transaction between two statements it belongs to nobody but the client: unheard, its fault would end the process.
  // The transaction fails at its next statement.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { dialect: new PostgresDialect({ pool }), release: () => undefined };
}
