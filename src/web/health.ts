import type { NextFunction, Request, Response } from 'express';
import { countFailures } from './failures.ts';
import { keyGiven } from './keyGiven.ts';

/** How the process stands. `ailing` names the parts that keep it from its work. No names of people or cases. */
export interface Health {
  ok: boolean;
  ailing: string[];
  parts: Record<string, boolean | number>;
}

export interface HealthParts {
  health: () => Promise<Health>;
  /** Key of whoever runs the service; without one nothing but the word is told. */
  healthKey: string | null;
  deps: { now: () => Date };
}

/** GET /health: 200 `ok` or 503 `not ok`, and not a word more. 503 takes the instance out of service. */
export const health =
  ({ health: ask }: Pick<HealthParts, 'health'>) =>
  async (_request: Request, response: Response): Promise<void> => {
    const { ok } = await ask();
    response
      .status(ok ? 200 : 503)
      .type('text/plain')
      .send(ok ? 'ok' : 'not ok');
  };

/** GET /health/parts, with the key: what ails, the ages of the loops and of the outbox in milliseconds, its counts. */
export function healthParts({ health: ask, healthKey, deps }: HealthParts) {
  const failures = countFailures(deps.now);
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (healthKey === null) return next();
    if (!keyGiven(request, response, [healthKey], failures)) return;
    const state = await ask();
    response.status(state.ok ? 200 : 503).json(state);
  };
}
