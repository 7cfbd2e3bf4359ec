import type { DatabaseConnection } from 'kysely';

/** Where the drivers put the values of a failed statement; an error is logged, and names and harm must not be. */
const TELLTALE = ['detail', 'where', 'hint', 'params', 'query', 'queryOptions', 'internalQuery'];

const done = new WeakSet<DatabaseConnection>();

/** The same connection, whose errors keep their code and message and lose the values of the statement. */
export function discreet(connection: DatabaseConnection): DatabaseConnection {
  if (done.has(connection)) return connection;
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = async (query) => {
    try {
      return await execute(query);
    } catch (error) {
      if (error instanceof Error) for (const field of TELLTALE) Reflect.deleteProperty(error, field);
      throw error;
    }
  };
  done.add(connection);
  return connection;
}
