import { z } from 'zod/v4';
import { at, type Graph } from './client.ts';

/** Outlook subscriptions live less than seven days (10,080 minutes); renewed long before. */
export const LONGEST_MINUTES = 10_000;
const Subscription = z.looseObject({ id: z.string(), expirationDateTime: z.string() });
export interface Subscription {
  id: string;
  expiresAt: string;
}

/** Asks to be told when an event of the mailbox changes: that is how an invitee's answer shows. */
export async function subscribeToEvents(
  graph: Graph,
  ask: { mailbox: string; notificationUrl: string; clientState: string; expiresAt: Date },
): Promise<Subscription> {
  const subscription = {
    changeType: 'updated',
    resource: at`/users/${ask.mailbox}/events`,
    notificationUrl: ask.notificationUrl,
    lifecycleNotificationUrl: ask.notificationUrl,
    clientState: ask.clientState,
    expirationDateTime: ask.expiresAt.toISOString(),
  };
  // So that notifications name events by the ids under which they are remembered.
  const headers = { Prefer: 'IdType="ImmutableId"' };
  return told((await graph.post('/subscriptions', subscription, { headers })).body);
}

/** Lengthens its life. A lost subscription answers 404 and is made anew by the caller. */
export async function renewSubscription(graph: Graph, id: string, expiresAt: Date): Promise<Subscription> {
  const { body } = await graph.patch(at`/subscriptions/${id}`, { expirationDateTime: expiresAt.toISOString() });
  return told(body);
}

function told(body: unknown): Subscription {
  const read = Subscription.parse(body);
  return { id: read.id, expiresAt: read.expirationDateTime };
}
