import type { Request, Response } from 'express';
import { z } from 'zod/v4';
import type { Log } from '../log.ts';
import { sameSecret } from './sameSecret.ts';

const Body = z.object({
  value: z
    .array(
      z.object({
        subscriptionId: z.string().max(200),
        clientState: z.string().max(200).optional(),
        resource: z.string().max(1000).optional(),
        changeType: z.string().max(100).optional(),
        lifecycleEvent: z.string().max(100).optional(),
      }),
    )
    .max(1000),
});
/** A change notification of ours: which subscription, which resource. */
export type Notice = Omit<z.infer<typeof Body>['value'][number], 'clientState'>;

interface Parts {
  notificationsSecret: string;
  onNotice: (notice: Notice) => Promise<void>;
  log: Pick<Log, 'warn' | 'error'>;
}

/**
 * POST /api/notifications: Graph's handshake and its change notifications. Answered at once, worked on afterwards; whatever
 * does not carry our secret is left alone.
 */
export const notifications =
  (parts: Parts) =>
  async (request: Request, response: Response): Promise<void> => {
    const token = request.query['validationToken'];
    if (typeof token === 'string') {
      response.status(200).type('text/plain').send(token.slice(0, 2000));
      return;
    }
    const parsed = Body.safeParse(request.body);
    if (!parsed.success) {
      response.status(400).json({ error: 'This is not a notification.' });
      return;
    }
    const ours = parsed.data.value.filter((one) => sameSecret(one.clientState ?? '', parts.notificationsSecret));
    if (ours.length < parsed.data.value.length)
      parts.log.warn(
        { event: 'noticeRefused', count: parsed.data.value.length - ours.length },
        'a notification was not ours',
      );
    response.status(202).end();
    for (const { clientState: _secret, ...notice } of ours) {
      await parts.onNotice(notice).catch((error: unknown) => {
        parts.log.error({ event: 'noticeFailed', error }, 'a notification could not be worked on');
      });
    }
  };
