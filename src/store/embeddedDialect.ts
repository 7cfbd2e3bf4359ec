import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type TransactionSettings,
} from 'kysely';
import { sessionOf } from './embeddedSession.ts';

/**
 * Kysely on the embedded engine. It has one session, so whoever holds it keeps it until the transaction ends and the
 * rest wait in turn; `beforeUse` may throw when the store must no longer be used.
 */
export const embeddedDialect = (engine: PGlite, beforeUse: () => void): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createDriver: () => new EmbeddedDriver(engine, beforeUse),
});

class EmbeddedDriver implements Driver {
  readonly #session: DatabaseConnection;
  readonly #engine: PGlite;
  readonly #beforeUse: () => void;
  #turn: Promise<void> = Promise.resolve();
  #giveBack: () => void = () => undefined;

  constructor(engine: PGlite, beforeUse: () => void) {
    this.#engine = engine;
    this.#beforeUse = beforeUse;
    this.#session = sessionOf(engine);
  }

  init = async (): Promise<void> => undefined;

  async acquireConnection(): Promise<DatabaseConnection> {
    this.#beforeUse();
    const before = this.#turn;
    let done: () => void = () => undefined;
    this.#turn = new Promise((resolve) => (done = resolve));
    await before;
    this.#giveBack = done;
    return this.#session;
  }

  async releaseConnection(): Promise<void> {
    this.#giveBack();
  }

  async beginTransaction(session: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const level = settings.isolationLevel === undefined ? '' : ` isolation level ${settings.isolationLevel}`;
    await session.executeQuery(CompiledQuery.raw(`start transaction${level}`));
  }

  async commitTransaction(session: DatabaseConnection): Promise<void> {
    await session.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(session: DatabaseConnection): Promise<void> {
    await session.executeQuery(CompiledQuery.raw('rollback'));
  }

  destroy = (): Promise<void> => this.#engine.close();
}
