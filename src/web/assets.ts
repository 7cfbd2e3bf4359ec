import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { Router } from 'express';

const govuk = join(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist');

/** Where the page templates of GOV.UK Frontend stand. */
export const templatesFolder = govuk;

/** Style sheets of the pages. No scripts: the pages work without. */
export function assets(): Router {
  const router = Router();
  router.use((_request, response, next) => {
    // They hold nothing of anybody, and every page asks for them.
    response.removeHeader('Cache-Control');
    next();
  });
  const options = { index: false, maxAge: '1h' } as const;
  router.get('/govuk.css', (_request, response) =>
    response.sendFile(join(govuk, 'govuk', 'govuk-frontend.min.css'), options),
  );
  router.use(express.static(join(import.meta.dirname, 'views', 'assets'), options));
  return router;
}
