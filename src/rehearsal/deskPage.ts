import express, { Router } from 'express';
import { pagePolicy } from './loopbackOnly.ts';

/**
 * The built page: its files, and index.html for the desk's own addresses, so that a copied link opens the same view.
 * The folder may still be under way when the tenant starts; whoever asks before it is there waits for it.
 */
export function deskPage(folder: string | Promise<string> | undefined): Router {
  const router = Router();
  router.use(pagePolicy);
  if (folder === undefined) {
    router.get('/', (_request, response) => void response.type('text/plain').send('The desk page has not been built.'));
    return router;
  }
  const built = Promise.resolve(folder).then((root) => ({ root, files: express.static(root, { index: false }) }));
  // Whoever asks for the page hears of a failed build; the tenant itself goes on.
  built.catch(() => undefined);
  router.use(async (request, response, next) => {
    const { files } = await built;
    await files(request, response, next);
  });
  router.get(['/', '/p/*rest'], async (_request, response) => {
    const { root } = await built;
    response.sendFile('index.html', { root });
  });
  return router;
}
