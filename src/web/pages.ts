import { join } from 'node:path';
import type { RequestHandler } from 'express';
import nunjucks from 'nunjucks';
import { templatesFolder } from './assets.ts';

const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([join(import.meta.dirname, 'views'), templatesFolder]),
  { autoescape: true, throwOnUndefined: false },
);

/** Draws one of `views/`; everything put into it is escaped. */
export const render = (view: string, data: object): string => environment.render(view, data);

/** Pages that hold what people typed: kept by no cache, framed by nobody, with no script and no way out but back to us. */
export const guard: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow',
    'X-Frame-Options': 'DENY',
    'Content-Type': 'text/html; charset=utf-8',
  });
  next();
};
