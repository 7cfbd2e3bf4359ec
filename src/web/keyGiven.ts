import type { Request, Response } from 'express';
import { addressOf, knowsCaller, type Failures } from './failures.ts';
import { anySecret } from './sameSecret.ts';

/**
 * Whether the request bears one of the keys; else it has been answered, 401, or 429 after too many wrong ones. From an
 * address that guesses nothing is looked at for the rest of the minute, not even the right key; elsewhere it goes on working.
 */
export function keyGiven(request: Request, response: Response, keys: readonly string[], failures: Failures): boolean {
  const address = addressOf(request);
  const wait = knowsCaller(request) ? failures.waits(address) : 0;
  const given = /^Bearer (.{1,500})$/.exec(request.header('authorization') ?? '')?.[1] ?? '';
  if (wait === 0 && anySecret(given, keys) && given !== '') return true;
  const limited = failures.tooMany(address) || wait > 0;
  if (limited) response.set('Retry-After', String(Math.max(1, wait || failures.waits(address))));
  response
    .status(limited ? 429 : 401)
    .set('WWW-Authenticate', 'Bearer')
    .json({ error: 'A valid key is needed.' });
  return false;
}
