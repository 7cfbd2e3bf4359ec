import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { Bot } from '../bot/app.ts';
import type { Log } from '../log.ts';
import type { Deps } from '../operations/deps.ts';
import { applications } from './applications.ts';
import { assets } from './assets.ts';
import { formPages } from './formPages.ts';
import { health, healthParts, type Health } from './health.ts';
import { messages } from './messages.ts';
import { notifications, type Notice } from './notifications.ts';
import { safely } from './safely.ts';
import { tell } from './tell.ts';

export interface WebParts {
  bot: Bot;
  deps: Deps;
  /** Keys of the council's own web form, several while one is being replaced. */
  applicationsKeys: string[];
  notificationsSecret: string;
  /** Something changed in a calendar we watch. Called after the answer has gone; its faults are logged. */
  onNotice: (notice: Notice) => Promise<void>;
  health: () => Promise<Health>;
  healthKey: string | null;
  /** How many proxies stand in front and write the caller's address; 0 where callers connect to us themselves. */
  trustedProxies: number;
  log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** Further pages, for compose to add. */
  pages?: RequestHandler[];
}

/** Every door of the bot over HTTP. Each parses what it is sent and shows nothing of what is inside. */
export function makeServer(parts: WebParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', parts.trustedProxies);
  app.use(quiet);
  app.get('/livez', (_request, response) => void response.type('text/plain').send('ok'));
  app.get('/health', safely(parts.log, health(parts)));
  app.get('/health/parts', safely(parts.log, healthParts(parts)));
  app.post('/api/messages', express.json({ limit: '256kb' }), safely(parts.log, messages(parts)));
  app.post('/api/notifications', express.json({ limit: '256kb' }), safely(parts.log, notifications(parts)));
  app.post('/api/applications', express.json({ limit: '128kb' }), safely(parts.log, applications(parts)));
  app.use('/form-assets', assets());
  app.use('/form', formPages(parts));
  for (const page of parts.pages ?? []) app.use(page);
  app.use((request, response) => tell(request, response, 404, 'There is nothing at this address.'));
  app.use(unreadable(parts.log));
  return app;
}

const quiet: RequestHandler = (_request, response, next) => {
  response.set({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    // Browsers heed it over https alone, where it holds for a year.
    'Strict-Transport-Security': 'max-age=31536000',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  });
  next();
};

/** What express itself refuses (not JSON, too large), told without its words. */
function unreadable(log: WebParts['log']) {
  return (error: unknown, request: Request, response: Response, next: (error: unknown) => void): void => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status >= 500) log.error({ event: 'requestFailed', error }, 'a request failed');
    const words =
      status === 413
        ? 'What was sent is too large.'
        : status < 500
          ? 'What was sent could not be read.'
          : 'Something went wrong on our side.';
    tell(request, response, status, words);
  };
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
