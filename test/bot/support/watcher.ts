import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  type RootOperationNode,
} from 'kysely';
import type { Tables, Tx } from '../../../src/store/database.ts';

/** One row put into the record of looks. */
export interface Look {
  person: unknown;
  caseId: unknown;
  what: unknown;
  outcome: unknown;
}
/** What was sent to the store since `take` was last called. */
export interface Watched {
  /** Tables written, the record of looks apart. */
  written: string[];
  looks: Look[];
}

/**
 * Works on a transaction through a handle that sees every query. What was read is remembered until something is written, and looks
 * are kept here alone, so that thousands of refusals ask the store no more than they must; every other write reaches it.
 */
export async function watched<T>(outer: Tx, work: (tx: Tx, take: () => Watched) => Promise<T>): Promise<T> {
  const read = new Map<string, QueryResult<unknown>>();
  let seen: Watched = { written: [], looks: [] };
  const take = (): Watched => {
    const taken = seen;
    seen = { written: [], looks: [] };
    return taken;
  };
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      const key = query.query.kind === 'SelectQueryNode' ? JSON.stringify([query.sql, query.parameters]) : null;
      const known = key === null ? undefined : read.get(key);
      if (known !== undefined) return known as QueryResult<R>;
      if (note(query, seen, read) === 'a look') return { rows: [] };
      const result = await outer.executeQuery<R>(query);
      if (key !== null) read.set(key, result);
      return result;
    },
    streamQuery: () => {
      throw new Error('nothing is streamed here');
    },
  };
  const nothing = async (): Promise<void> => undefined;
  const handle = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        beginTransaction: nothing,
        commitTransaction: nothing,
        rollbackTransaction: nothing,
        releaseConnection: nothing,
        destroy: nothing,
      }),
    },
  });
  return handle.transaction().execute((tx) => work(tx, take));
}

function note(
  { query, sql, parameters }: CompiledQuery,
  seen: Watched,
  read: Map<string, unknown>,
): 'a read' | 'a look' | 'a write' {
  const table = writtenBy(query, sql);
  if (table === null) return 'a read';
  if (table === 'audit_views' && query.kind === 'InsertQueryNode') {
    seen.looks.push(...looksIn(query, parameters));
    return 'a look';
  }
  read.clear();
  if (table !== 'savepoint') seen.written.push(table);
  return 'a write';
}

function writtenBy(node: RootOperationNode, sql: string): string | null {
  switch (node.kind) {
    case 'SelectQueryNode':
      return null;
    case 'RawNode':
      if (/^\s*(savepoint|rollback)/i.test(sql)) return 'savepoint';
      return /^\s*select/i.test(sql) && !/pg_advisory/.test(sql) ? null : sql;
    default:
      return /^(?:insert into|update|delete from) "(\w+)"/.exec(sql)?.[1] ?? sql;
  }
}

/** The rows of an insert whose parameters are given column by column. */
function looksIn(node: RootOperationNode, parameters: readonly unknown[]): Look[] {
  const names = node.kind === 'InsertQueryNode' ? (node.columns ?? []).map((it) => it.column.name) : [];
  const rows = names.length === 0 ? 0 : parameters.length / names.length;
  if (rows === 0 || !Number.isInteger(rows))
    throw new Error('the record of looks was written in a shape not known here');
  return Array.from({ length: rows }, (_, row) => {
    const of = (name: string): unknown => parameters[row * names.length + names.indexOf(name)];
    return { person: of('person'), caseId: of('case_id'), what: of('what'), outcome: of('outcome') };
  });
}
