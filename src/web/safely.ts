import type { Request, RequestHandler, Response } from 'express';
import type { Log } from '../log.ts';

/** Runs a handler; a fault is logged by its kind and answered without a word of it. */
export const safely =
  (log: Pick<Log, 'error'>, handler: (request: Request, response: Response) => Promise<void>): RequestHandler =>
  (request, response, next) => {
    handler(request, response).catch((error: unknown) => {
      log.error({ event: 'requestFailed', error }, 'a request failed');
      if (response.headersSent) return next(error);
      response.status(500).json({ error: 'Something went wrong on our side.' });
    });
  };
