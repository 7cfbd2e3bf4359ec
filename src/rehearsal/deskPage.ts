import express, { Router } from 'express';
import { pagePolicy } from './loopbackOnly.ts';

/** The built page: its files, and index.html for the desk's own addresses, so that a copied link opens the same view. */
export function deskPage(folder: string | undefined): Router {
  const router = Router();
  router.use(pagePolicy);
  if (folder === undefined) {
    router.get('/', (_request, response) => void response.type('text/plain').send('The desk page has not been built.'));
    return router;
  }
  router.use(express.static(folder, { index: false }));
  router.get(['/', '/p/*rest'], (_request, response) => response.sendFile('index.html', { root: folder }));
  return router;
}
