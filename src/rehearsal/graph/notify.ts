import { newId } from '../identifiers.ts';
import type { SubscriptionRecord } from '../state/records.ts';
import { Refused } from '../wire/call.ts';
import type { World } from '../world.ts';
import { liveSubscriptions, mailboxOf } from './subscriptions.ts';
import { findUser } from './users.ts';

export interface Notifier {
  /** Graph's handshake with a callback address: it must give back the token as plain text within ten seconds. */
  validate(url: string): Promise<void>;
  /** Tells whoever subscribed to the mailbox's events. Returns at once. */
  eventChanged(mailbox: string, change: 'created' | 'updated' | 'deleted', eventId: string): void;
  /** When every notification under way has been taken, or put off for a later attempt. */
  settled(): Promise<void>;
  stop(): void;
}

const HANDSHAKE_MS = 10_000;
const ANSWER_MS = 3_000;
/** Waits before the second and later attempts. A notification that is still not taken then is given up: it was only a hint to read. */
const WAITS_MS = [1_000, 5_000, 30_000, 120_000];

export function notifier(worldOf: () => World): Notifier {
  const underway = new Set<Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  const send = (subscription: SubscriptionRecord, payload: unknown, attempt: number): void => {
    const sending = deliver(worldOf(), subscription.notificationUrl, payload).then((taken) => {
      const wait = WAITS_MS[attempt];
      if (taken || wait === undefined) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        send(subscription, payload, attempt + 1);
      }, wait);
      timer.unref();
      timers.add(timer);
    });
    underway.add(sending);
    void sending.finally(() => underway.delete(sending));
  };
  return {
    validate: (url) => handshake(url),
    eventChanged: (mailbox, change, eventId) => {
      const world = worldOf();
      for (const subscription of liveSubscriptions(world)) {
        if (mailboxOf(world, subscription.resource) !== mailbox || !subscription.changeType.includes(change)) continue;
        send(subscription, notification(world, subscription, { mailbox, change, eventId }), 0);
      }
    },
    settled: async () => {
      while (underway.size > 0) await Promise.all(underway);
    },
    stop: () => timers.forEach((timer) => clearTimeout(timer)),
  };
}

async function handshake(url: string): Promise<void> {
  const token = `Validation: ${newId()} & more`;
  const address = new URL(url);
  address.searchParams.set('validationToken', token);
  const given = await fetch(address, { method: 'POST', signal: AbortSignal.timeout(HANDSHAKE_MS) })
    .then(async (response) => {
      const plain = (response.headers.get('content-type') ?? '').startsWith('text/plain');
      return response.status === 200 && plain ? await response.text() : null;
    })
    .catch(() => null);
  if (given !== token)
    throw new Refused(400, 'ValidationError', 'The notification address did not give back the validation token.');
}

async function deliver(world: World, url: string, payload: unknown): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ value: [payload] }),
    signal: AbortSignal.timeout(ANSWER_MS),
  }).catch(() => null);
  world.changed({ changed: 'backstage' });
  return response?.ok ?? false;
}

function notification(
  world: World,
  subscription: SubscriptionRecord,
  about: { mailbox: string; change: string; eventId: string },
): Record<string, unknown> {
  const resource = `Users/${findUser(world, about.mailbox)?.id ?? ''}/Events/${about.eventId}`;
  return {
    subscriptionId: subscription.id,
    subscriptionExpirationDateTime: subscription.expires,
    changeType: about.change,
    resource,
    resourceData: { '@odata.type': '#Microsoft.Graph.Event', '@odata.id': resource, id: about.eventId },
    clientState: subscription.clientState,
    tenantId: world.options.hostTenantId,
  };
}
