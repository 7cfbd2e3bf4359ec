import { parse, protocol, type PGlite } from '@electric-sql/pglite';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';

const { serialize } = protocol;
const SYNC = serialize.sync();
const RUN = [serialize.execute({}), SYNC];
const PREPARED = /^\s*(select|insert|update|delete|with|start transaction|set transaction|commit|rollback)\b/i;
const SCHEMA = /^\s*(create|alter|drop)\b/i;
/** A longer list of rows is written once and is never quite the same again. */
const MOST_VALUES = 120;
/** More than our code has; once reached, all are forgotten and prepared anew as they come. */
const MOST_PREPARED = 300;
/** How many statements run before their plans are made anew: the engine does not notice by itself how its tables grow. */
const PLANS_LAST = 1_000;

type Message = Awaited<ReturnType<PGlite['execProtocolStream']>>[number];
interface Prepared {
  name: string;
  /** Type numbers of its values. */
  types: number[];
  /** What its rows look like, in the engine's own message; none where it gives no rows. */
  columns: Message[];
}

/**
 * The engine's one session, in which a statement is read once and from then on only given its values: the engine's own
 * `query` reads it anew each time, in five exchanges where one will do. Values are written and read as the engine does.
 */
export function sessionOf(engine: PGlite): DatabaseConnection {
  const prepared = new Map<string, Prepared>();
  let sincePlans = 0;
  let turn: Promise<unknown> = Promise.resolve();

  // Nothing is left to sync: at a commit the engine has written through to the disk by itself.
  const exchange = (parts: Uint8Array[]) => engine.execProtocolStream(joined(parts), { syncToFs: false });

  async function prepare(sql: string): Promise<Prepared> {
    const found = prepared.get(sql);
    if (found !== undefined) return found;
    if (prepared.size >= MOST_PREPARED) await forget();
    const name = `convene_${prepared.size}`;
    const told = await exchange([serialize.parse({ name, text: sql }), serialize.describe({ type: 'S', name }), SYNC]);
    const columns = told.filter((message) => message.name === 'rowDescription');
    const made = { name, types: parse.parseDescribeStatementResults(told), columns };
    prepared.set(sql, made);
    return made;
  }

  async function forget(): Promise<void> {
    prepared.clear();
    await engine.exec('deallocate all');
  }

  async function run<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (!PREPARED.test(sql) || parameters.length > MOST_VALUES) {
      const { rows, affectedRows } = await engine.query<R>(sql, [...parameters]);
      // What a prepared statement gives back is fixed, and a change of the schema may change it.
      if (SCHEMA.test(sql)) await forget();
      return { rows, numAffectedRows: BigInt(affectedRows ?? 0) };
    }
    // Never before a rollback: in a transaction that failed nothing else is taken.
    if ((sincePlans += 1) > PLANS_LAST && /^select/.test(sql)) {
      await exchange([serialize.query('discard plans')]);
      sincePlans = 0;
    }
    const { name, types, columns } = await prepare(sql);
    const values = parameters.map((value, place) => textOf(engine, value, types[place]));
    const told = await exchange([serialize.bind({ statement: name, values }), ...RUN]);
    const result = parse.parseResults([...columns, ...told], engine.parsers)[0];
    return { rows: (result?.rows ?? []) as R[], numAffectedRows: BigInt(result?.affectedRows ?? 0) };
  }

  return {
    executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      // The engine's exchanges know nothing of each other: one asked for during another waits its turn.
      const mine = turn.then(() => run<R>(query));
      turn = mine.catch(() => undefined);
      return mine;
    },
    streamQuery() {
      throw new Error('the embedded store does not stream');
    },
  };
}

/** A value as the engine's own query would send it. */
function textOf(engine: PGlite, value: unknown, type: number | undefined): string | null {
  if (value === null || value === undefined) return null;
  const serializer = type === undefined ? undefined : engine.serializers[type];
  return serializer === undefined ? `${value as string | number}` : serializer(value);
}

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
