import type { Request, Response } from 'express';

/** How the parts stand. `ok` false takes the instance out of service. No names, no counts of cases. */
export interface Health {
  ok: boolean;
  [part: string]: boolean | number | string;
}

/** GET /health: 200 or 503 with the parts. */
export const health =
  ({ health: ask }: { health: () => Promise<Health> }) =>
  async (_request: Request, response: Response): Promise<void> => {
    const state = await ask();
    response.status(state.ok ? 200 : 503).json(state);
  };
