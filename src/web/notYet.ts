import type { RequestListener } from 'node:http';

/** Every door before the store is there: the process is alive, and can do nothing for anybody yet. */
export const notYet: RequestListener = (request, response) => {
  const alive = request.url === '/livez';
  response.writeHead(alive ? 200 : 503, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(alive ? {} : { 'Retry-After': '10', Connection: 'close' }),
  });
  response.end(alive ? 'ok' : 'not ok');
};
