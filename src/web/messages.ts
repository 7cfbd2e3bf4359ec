import type { Request, Response } from 'express';
import { z } from 'zod/v4';
import type { Bot } from '../bot/app.ts';

/** Without these it is no activity at all. */
const Shape = z.looseObject({
  type: z.string().min(1).max(100),
  channelId: z.string().min(1).max(100),
  // The routes read these two before anything else is parsed.
  name: z.string().nullish(),
  text: z.string().nullish(),
});
/** Without this the SDK fails before it has looked at the token. */
const Address = z.looseObject({ serviceUrl: z.url().max(2000) });

/** POST /api/messages: activities of the Bot Connector. 400 for what is no activity, 401 for whoever is not the service. */
export const messages =
  ({ bot }: { bot: Bot }) =>
  async (request: Request, response: Response): Promise<void> => {
    if (!Shape.safeParse(request.body).success) {
      response.status(400).json({ error: 'This is not an activity.' });
      return;
    }
    const token = request.header('authorization') ?? '';
    if (token === '') {
      response.status(401).end();
      return;
    }
    if (!Address.safeParse(request.body).success) {
      response.status(400).json({ error: 'This activity names no address to answer to.' });
      return;
    }
    const { status, body } = await bot.receive(token, request.body as object);
    if (status >= 400 || body === undefined) response.status(status).end();
    else response.status(status).json(body);
  };
