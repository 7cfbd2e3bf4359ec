import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Log } from '../log.ts';
import { tell } from './tell.ts';

/** Runs a handler; a fault is logged by its kind and answered without a word of it. */
export const safely =
  (
    log: Pick<Log, 'error'>,
    handler: (request: Request, response: Response, next: NextFunction) => Promise<void>,
  ): RequestHandler =>
  (request, response, next) => {
    handler(request, response, next).catch((error: unknown) => {
      log.error({ event: 'requestFailed', error }, 'a request failed');
      if (response.headersSent) return next(error);
      tell(request, response, 500, 'Something went wrong on our side.');
    });
  };
