import { GraphFault } from '../graph/fault.ts';
import { LONGEST_MINUTES, renewSubscription, subscribeToEvents, type Subscription } from '../graph/subscriptions.ts';
import { getRemote, putRemote } from '../store/remote.ts';
import type { SenderParts } from './parts.ts';
import { remoteKeys } from './remotes.ts';

const DAY_MS = 86_400_000;
type Needs = Pick<SenderParts, 'db' | 'graph' | 'now' | 'log' | 'notifications'>;

/**
 * Keeps us told of answers to invitations: asked for once, renewed when two days are left, made anew when lost or when our address is
 * another. Called with each booking and nightly. A failure is logged and no more: the nightly reading of answers does without it.
 */
export async function keepSubscription(parts: Needs, mailbox: string): Promise<void> {
  const { notifications } = parts;
  if (notifications === null) return;
  const key = remoteKeys.subscription(mailbox);
  const { url: notificationUrl, clientState } = notifications;
  const keep = (kept: Subscription) => putRemote(parts.db, key, 'subscription', null, { ...kept, notificationUrl });
  const expiresAt = new Date(parts.now().getTime() + LONGEST_MINUTES * 60_000);
  const found = await getRemote<Subscription & { notificationUrl?: string }>(parts.db, key);
  // One that calls at an address we have left is as good as lost.
  const stands = found?.notificationUrl === notificationUrl ? found : null;
  const leftMs = stands === null ? 0 : Date.parse(stands.expiresAt) - parts.now().getTime();
  if (leftMs > 2 * DAY_MS) return;
  try {
    const renewed = stands === null || leftMs <= 0 ? null : await renewed404(parts, stands.id, expiresAt);
    await keep(renewed ?? (await subscribeToEvents(parts.graph, { mailbox, notificationUrl, clientState, expiresAt })));
  } catch (error) {
    parts.log.warn({ event: 'notSubscribed', error });
  }
}

async function renewed404(parts: Needs, id: string, expiresAt: Date): Promise<Subscription | null> {
  try {
    return await renewSubscription(parts.graph, id, expiresAt);
  } catch (fault) {
    if (fault instanceof GraphFault && fault.status === 404) return null;
    throw fault;
  }
}
