import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** One kind of thing the tenant remembers. Values are replaced, never changed in place. */
export interface Table<T> {
  get(id: string): T | undefined;
  put(id: string, value: T): T;
  remove(id: string): void;
  /** In the order in which they were first put. */
  all(): T[];
}
/** A table that also finds by one property, without looking through all. */
export interface GroupedTable<T> extends Table<T> {
  of(group: string): T[];
}

export interface Journal {
  table<T>(name: string): Table<T>;
  grouped<T>(name: string, groupOf: (value: T) => string): GroupedTable<T>;
  close(): void;
}

type Rows = Map<string, Map<string, unknown>>;
interface Line {
  t: string;
  k: string;
  v: unknown;
}

/**
 * The tenant's memory: tables kept in memory, each change appended to `tenant.jsonl` before the answer goes out.
 * A killed process loses at most a half-written last line, which is dropped on the next start, when the file is also rewritten short.
 * Throws when an earlier line cannot be read: a tenant with a hole in it must not go on.
 */
export function openJournal(folder: string | null): Journal {
  const rows: Rows = new Map();
  let file: number | null = null;
  if (folder !== null) {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'tenant.jsonl');
    replay(path, rows);
    compact(path, rows);
    file = openSync(path, 'a', 0o600);
  }
  const write = (line: Line) => {
    if (file !== null) writeSync(file, `${JSON.stringify(line)}\n`);
  };
  return {
    table: <T>(name: string) => tableOf<T>(name, rows, write),
    grouped: <T>(name: string, groupOf: (value: T) => string) =>
      grouped(tableOf<T>(name, rows, write), keysOf(rows, name), groupOf),
    close: () => {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}

function tableOf<T>(name: string, rows: Rows, write: (line: Line) => void): Table<T> {
  const mine = rowsOf(rows, name) as Map<string, T>;
  return {
    get: (id) => mine.get(id),
    put: (id, value) => {
      mine.set(id, value);
      write({ t: name, k: id, v: value });
      return value;
    },
    remove: (id) => {
      if (mine.delete(id)) write({ t: name, k: id, v: null });
    },
    all: () => [...mine.values()],
  };
}

const keysOf = (rows: Rows, name: string): string[] => [...rowsOf(rows, name).keys()];

/** A value never changes its group. */
function grouped<T>(table: Table<T>, ids: string[], groupOf: (value: T) => string): GroupedTable<T> {
  const groups = new Map<string, Map<string, T>>();
  const into = (id: string, value: T) => {
    const group = groups.get(groupOf(value)) ?? new Map<string, T>();
    groups.set(groupOf(value), group.set(id, value));
  };
  ids.forEach((id) => into(id, table.get(id) as T));
  return {
    ...table,
    of: (group) => [...(groups.get(group)?.values() ?? [])],
    put: (id, value) => {
      into(id, value);
      return table.put(id, value);
    },
    remove: (id) => {
      const value = table.get(id);
      if (value !== undefined) groups.get(groupOf(value))?.delete(id);
      table.remove(id);
    },
  };
}

function rowsOf(rows: Rows, name: string): Map<string, unknown> {
  const found = rows.get(name) ?? new Map<string, unknown>();
  rows.set(name, found);
  return found;
}

function replay(path: string, rows: Rows): void {
  if (!existsSync(path)) return;
  const lines = readFileSync(path, 'utf8').split('\n');
  lines.forEach((text, index) => {
    if (text === '') return;
    let line: Line;
    try {
      line = JSON.parse(text) as Line;
    } catch (cause) {
      if (index === lines.length - 1) return;
      throw new Error(`The rehearsal tenant's memory is damaged at line ${index + 1} of ${path}`, { cause });
    }
    if (line.v === null) rowsOf(rows, line.t).delete(line.k);
    else rowsOf(rows, line.t).set(line.k, line.v);
  });
}

function compact(path: string, rows: Rows): void {
  const fresh = `${path}.new`;
  const file = openSync(fresh, 'w', 0o600);
  for (const [t, table] of rows) for (const [k, v] of table) writeSync(file, `${JSON.stringify({ t, k, v })}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(fresh, path);
}
