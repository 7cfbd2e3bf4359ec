import { AsyncLocalStorage } from 'node:async_hooks';
import type { DatabaseConnection, Dialect, Driver, TransactionSettings } from 'kysely';
import { discreet } from './discreet.ts';

/** Thrown where a transaction's own work asks the database for a second connection instead of using the transaction. */
export class NestedUse extends Error {
  constructor() {
    super('inside a transaction use the transaction handle: the root handle would wait for this very transaction');
    this.name = 'NestedUse';
  }
}

/** Knows, through every await, whether the caller is inside a transaction of one database. */
export class TransactionGuard {
  readonly #inside = new AsyncLocalStorage<{ open: boolean }>();

  async run<T>(work: () => Promise<T>): Promise<T> {
    const mark = { open: true };
    try {
      return await this.#inside.run(mark, work);
    } finally {
      mark.open = false;
    }
  }

  check(): void {
    if (this.#inside.getStore()?.open === true) throw new NestedUse();
  }
}

/** The same dialect, whose driver refuses a connection to code that already holds one in a transaction. */
export const guarded = (dialect: Dialect, guard: TransactionGuard): Dialect => ({
  createAdapter: () => dialect.createAdapter(),
  createIntrospector: (db) => dialect.createIntrospector(db),
  createQueryCompiler: () => dialect.createQueryCompiler(),
  createDriver: () => new GuardedDriver(dialect.createDriver(), guard),
});

class GuardedDriver implements Driver {
  readonly #inner: Driver;
  readonly #guard: TransactionGuard;
  constructor(inner: Driver, guard: TransactionGuard) {
    this.#inner = inner;
    this.#guard = guard;
  }
  init = (): Promise<void> => this.#inner.init();
  async acquireConnection(): Promise<DatabaseConnection> {
    this.#guard.check();
    return discreet(await this.#inner.acquireConnection());
  }
  beginTransaction = (at: DatabaseConnection, how: TransactionSettings): Promise<void> =>
    this.#inner.beginTransaction(at, how);
  commitTransaction = (at: DatabaseConnection): Promise<void> => this.#inner.commitTransaction(at);
  rollbackTransaction = (at: DatabaseConnection): Promise<void> => this.#inner.rollbackTransaction(at);
  releaseConnection = (at: DatabaseConnection): Promise<void> => this.#inner.releaseConnection(at);
  destroy = (): Promise<void> => this.#inner.destroy();
}
