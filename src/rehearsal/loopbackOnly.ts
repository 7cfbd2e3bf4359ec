import type { RequestHandler } from 'express';

/** Lets in only requests that were really addressed to this machine: a web page elsewhere cannot reach the tenant under its own name. */
export const loopbackOnly: RequestHandler = (request, response, next) => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (['127.0.0.1', 'localhost', '[::1]'].includes(host)) next();
  else response.status(421).json({ error: 'This address serves its own machine only.' });
};

/** A change must come from the desk's own page: its Origin is ours. */
export const sameOrigin: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  if (request.headers.origin === `http://${request.headers.host ?? ''}`) return next();
  response.status(403).json({ error: 'Changes are taken from the desk page alone.' });
};

/** What the desk page may load and do. Styles are set by its component library at run time. */
export const pagePolicy: RequestHandler = (_request, response, next) => {
  response.set({
    'content-security-policy':
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; frame-src 'self' blob: data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  next();
};
