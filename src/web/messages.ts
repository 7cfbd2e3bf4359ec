import type { Request, Response } from 'express';
import { z } from 'zod/v4';
import type { Bot } from '../bot/app.ts';

/** Without these the SDK fails before it has looked at the token. */
const Shape = z.looseObject({
  type: z.string().min(1).max(100),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url().max(2000),
});

/** POST /api/messages: activities of the Bot Connector. 400 for what is no activity, 401 for whoever is not the service. */
export const messages =
  ({ bot }: { bot: Bot }) =>
  async (request: Request, response: Response): Promise<void> => {
    if (!Shape.safeParse(request.body).success) {
      response.status(400).json({ error: 'This is not an activity.' });
      return;
    }
    const { status, body } = await bot.receive(request.header('authorization') ?? '', request.body as object);
    if (status >= 400 || body === undefined) response.status(status).end();
    else response.status(status).json(body);
  };
