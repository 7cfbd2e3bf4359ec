/** Node's words for an address that does not answer, and PostgreSQL's classes for a server that stops, starts or is full. */
const AWAY =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08\w{3}|57P0[1-3]|53300)$/;
/** The driver's own faults of a connection that broke, which bear no code. */
const BROKEN =
  /^(Connection terminated|Client has encountered a connection error|Client was closed and is not queryable)/;

/**
 * True where the database is not there: stopped, starting, restarting, or not to be reached. Never for a wrong password,
 * database or statement, which waiting does not mend.
 */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && AWAY.test(error.code)) return true;
  return BROKEN.test(error.message) || isAway(error.cause);
}
