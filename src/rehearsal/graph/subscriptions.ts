import { z } from 'zod/v4';
import { newId } from '../identifiers.ts';
import type { SubscriptionRecord } from '../state/records.ts';
import { param, Refused, reply, type Call, type Reply } from '../wire/call.ts';
import type { World } from '../world.ts';
import { bodyOf } from './bodies.ts';
import { collection, entity } from './odata.ts';
import { findUser } from './users.ts';

const Callback = z.string().regex(/^https?:\/\//, 'must be a URL');
const NewSubscription = z.strictObject({
  '@odata.type': z.string().optional(),
  changeType: z
    .string()
    .regex(/^(created|updated|deleted)(, ?(created|updated|deleted)){0,2}$/, 'must be created, updated or deleted'),
  notificationUrl: Callback,
  lifecycleNotificationUrl: Callback.nullish(),
  resource: z.string().min(1),
  expirationDateTime: z.string(),
  clientState: z.string().max(128).nullish(),
  latestSupportedTlsVersion: z.string().nullish(),
});
/** Outlook items: under seven days. Less than 45 minutes is lifted to 45. */
const LONGEST_MINUTES = 10_080;
const SHORTEST_MINUTES = 45;

/** Address of the mailbox whose events a resource names, or null when it names something else. */
export function mailboxOf(world: World, resource: string): string | null {
  const user = /^\/?users\/([^/]+)\/events$/i.exec(resource)?.[1];
  const found = user === undefined ? undefined : findUser(world, decodeURIComponent(user));
  return found === undefined ? null : found.mail.toLowerCase();
}

export async function createSubscription(world: World, call: Call): Promise<Reply> {
  const body = bodyOf(call, NewSubscription);
  if (mailboxOf(world, body.resource) === null)
    throw new Refused(400, 'ExtensionError', 'This resource cannot be subscribed to here.');
  const expires = expiry(world, body.expirationDateTime);
  const allowed = world.options.notificationsUrl;
  for (const url of [body.notificationUrl, body.lifecycleNotificationUrl ?? null]) {
    if (url === null) continue;
    if (!loopback(url) || (allowed !== undefined && !url.startsWith(allowed))) {
      throw new Refused(
        400,
        'ValidationError',
        'The rehearsal tenant calls back nobody but its own bot on this machine.',
      );
    }
    await world.notifier.validate(url);
  }
  const subscription: SubscriptionRecord = {
    id: newId(),
    resource: body.resource,
    changeType: body.changeType,
    clientState: body.clientState ?? null,
    notificationUrl: body.notificationUrl,
    lifecycleNotificationUrl: body.lifecycleNotificationUrl ?? null,
    expires,
  };
  world.state.subscriptions.put(subscription.id, subscription);
  return reply(201, entity('subscriptions/$entity', subscriptionRow(world, subscription)));
}

const loopback = (url: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

function expiry(world: World, wanted: string): string {
  const at = Date.parse(wanted);
  const minutes = (at - world.now().getTime()) / 60_000;
  if (Number.isNaN(at) || minutes <= 0)
    throw new Refused(400, 'ValidationError', 'Subscription expiration must be in the future.');
  if (minutes > LONGEST_MINUTES)
    throw new Refused(400, 'ValidationError', 'Subscription expiration can only be 10080 minutes in the future.');
  return new Date(world.now().getTime() + Math.max(minutes, SHORTEST_MINUTES) * 60_000).toISOString();
}

/** Those that have not run out. What has run out is gone, as in Graph. */
export const liveSubscriptions = (world: World): SubscriptionRecord[] =>
  world.state.subscriptions.all().filter((one) => one.expires > world.now().toISOString());

function demandSubscription(world: World, call: Call): SubscriptionRecord {
  const found = liveSubscriptions(world).find((one) => one.id === param(call, 'subscription'));
  if (found === undefined) throw new Refused(404, 'ResourceNotFound', 'The object was not found.');
  return found;
}

export function listSubscriptions(world: World, call: Call): Reply {
  const rows = liveSubscriptions(world).map((one) => subscriptionRow(world, one));
  return reply(200, collection(call, `${world.urls.graph}/v1.0/subscriptions`, 'subscriptions', rows));
}

export function getSubscription(world: World, call: Call): Reply {
  return reply(200, entity('subscriptions/$entity', subscriptionRow(world, demandSubscription(world, call))));
}

const Renewal = z.strictObject({ expirationDateTime: z.string().optional(), notificationUrl: Callback.optional() });

export function renewSubscription(world: World, call: Call): Reply {
  const held = demandSubscription(world, call);
  const body = bodyOf(call, Renewal);
  const renewed = {
    ...held,
    expires: body.expirationDateTime === undefined ? held.expires : expiry(world, body.expirationDateTime),
    notificationUrl: body.notificationUrl ?? held.notificationUrl,
  };
  world.state.subscriptions.put(held.id, renewed);
  return reply(200, entity('subscriptions/$entity', subscriptionRow(world, renewed)));
}

export function reauthorizeSubscription(world: World, call: Call): Reply {
  demandSubscription(world, call);
  return reply(204);
}

export function deleteSubscription(world: World, call: Call): Reply {
  world.state.subscriptions.remove(demandSubscription(world, call).id);
  return reply(204);
}

function subscriptionRow(world: World, subscription: SubscriptionRecord): Record<string, unknown> {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: world.options.botAppId,
    changeType: subscription.changeType,
    clientState: subscription.clientState,
    notificationUrl: subscription.notificationUrl,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
    expirationDateTime: subscription.expires,
    creatorId: world.options.botAppId,
    latestSupportedTlsVersion: 'v1_2',
  };
}
