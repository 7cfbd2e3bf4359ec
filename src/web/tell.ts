import type { Request, Response } from 'express';
import { render } from './pages.ts';

/** Says in one sentence what went wrong: as a page to people, as JSON to programs. */
export function tell(request: Request, response: Response, status: number, words: string): void {
  response.status(status);
  if (request.originalUrl.startsWith('/form/'))
    response
      .type('html')
      .send(render('notice.njk', { title: 'This did not work', text: `${words} Nothing was recorded.` }));
  else response.json({ error: words });
}
