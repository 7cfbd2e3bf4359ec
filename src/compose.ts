import { randomBytes, randomUUID } from 'node:crypto';
import { londonDay } from './calendar/isoDate.ts';
import type { ConveneAdapter } from './bot/adapter.ts';
import { makeBot, type Bot } from './bot/app.ts';
import type { Met } from './bot/parts.ts';
import { makeFreeBusy } from './delivery/calendar.ts';
import { makeDispatcher, type Dispatcher } from './delivery/dispatcher.ts';
import type { SenderParts } from './delivery/parts.ts';
import { makeSenders } from './delivery/senders/index.ts';
import { makeTeams } from './delivery/teams.ts';
import { wordOfDead, wordOfHeld } from './delivery/trouble.ts';
import type { Partnership } from './domain/directory.ts';
import type { Effect } from './domain/effects.ts';
import { calendarFor } from './domain/policy.ts';
import { stillOwed } from './domain/stillOwed.ts';
import { heartbeat } from './composeHeart.ts';
import { healthOf, type Hearts } from './composeHealth.ts';
import { senderPartsOf } from './composeSending.ts';
import { readAnswersOf } from './composeTime.ts';
import type { Graph } from './graph/client.ts';
import type { Log } from './log.ts';
import { messageOf } from './operations/commitEvents.ts';
import type { Deps } from './operations/deps.ts';
import { openingOf } from './operations/opening.ts';
import { nameOf, policyByName, policyFor, resolvePolicy } from './policies/registry.ts';
import { loadCase } from './store/cases.ts';
import { findConversation, saveConversation } from './store/conversations.ts';
import { inTransaction, type Db } from './store/database.ts';
import { enqueue, heldSince } from './store/outbox.ts';
import { loadPartnership, savePartnership } from './store/people.ts';
import { caseOfChannel } from './store/remote.ts';
import { caseOfEvent } from './delivery/reconcile.ts';
import type { Health } from './web/health.ts';
import { makeServer } from './web/server.ts';
import type { Express } from 'express';

/** What the joining stands on: made by the production start or by the rehearsal, alike for all that follows. */
export interface Ground {
  db: Db;
  partnership: Partnership;
  adapter: ConveneAdapter;
  graph: Graph;
  log: Log;
  now: () => Date;
  appId: string;
  tenantId: string;
  publicUrl: string;
  applicationsKeys: string[];
  notificationsSecret: string;
  healthKey: string | null;
  trustedProxies: number;
}
export interface Joined {
  deps: Deps;
  bot: Bot;
  server: Express;
  dispatcher: Dispatcher;
  sending: SenderParts;
  hearts: Hearts;
  health: () => Promise<Health>;
}

/** The only place where real parts are joined. */
export async function join(ground: Ground): Promise<Joined> {
  const { db, log, now, partnership } = ground;
  await inTransaction(db, (tx) => savePartnership(tx, partnership));
  const mailbox = partnership.authority.mailbox;
  let wake = (): void => undefined;
  const deps: Deps = {
    db,
    now,
    today: () => londonDay(now()),
    policyFor: (procedure, settings, version) => {
      const policy = version === undefined ? policyFor(procedure) : policyByName(version);
      return { policy: resolvePolicy(policy, settings), version: nameOf(policy) };
    },
    calendarFor,
    freeBusy: makeFreeBusy(ground.graph, mailbox, log),
    newToken: () => randomBytes(24).toString('base64url'),
    wake: () => {
      wake();
    },
  };
  const teams = makeTeams({
    adapter: ground.adapter,
    appId: ground.appId,
    tenantId: ground.tenantId,
    serviceUrl: async () => (await findConversation<{ serviceUrl: string }>(db, SERVICE))?.serviceUrl ?? null,
  });
  const notifications = { url: `${ground.publicUrl}/api/notifications`, clientState: ground.notificationsSecret };
  const sending = senderPartsOf(deps, { graph: ground.graph, teams, log, publicUrl: ground.publicUrl, notifications });
  const hearts: Hearts = { sweep: heartbeat(), dispatcher: heartbeat() };
  const health = (): Promise<Health> => healthOf({ db, now, hearts });
  const tell = async (words: (directory: Partnership) => Effect[]): Promise<void> => {
    const directory = (await loadPartnership(db)) ?? partnership;
    await inTransaction(db, (tx) => enqueue(tx, words(directory).map(messageOf), now()));
  };
  const dispatcher = makeDispatcher({
    db,
    onRound: hearts.dispatcher.beat,
    senders: makeSenders(sending),
    now,
    log,
    owner: randomUUID(),
    chance: Math.random,
    stillOwed: (caseId, effect) => {
      // Asked before each send: a long lane is a dispatcher at work.
      hearts.dispatcher.beat();
      return owedNow(db, caseId, effect);
    },
    opening: openingOf(deps),
    onDead: (effect) => tell((directory) => wordOfDead(effect, directory)),
    onHeld: (held) => tell((directory) => wordOfHeld(held, directory)),
  });
  wake = dispatcher.wake;
  const bot = makeBot({
    adapter: ground.adapter,
    deps,
    appId: ground.appId,
    botName: 'Convene',
    log,
    remember: (met) => remember(db, met),
    reachedFrom: addressKeeper(db),
    caseOfChannel: (channelId) => caseOfChannel(db, channelId),
  });
  const server = makeServer({
    bot,
    deps,
    applicationsKeys: ground.applicationsKeys,
    notificationsSecret: ground.notificationsSecret,
    onNotice: async (notice) => {
      const event = notice.resource === undefined ? null : await caseOfEvent(db, notice.resource);
      if (event) await readAnswersOf(deps, ground.graph, event.caseId);
    },
    health,
    healthKey: ground.healthKey,
    trustedProxies: ground.trustedProxies,
    log,
  });
  return { deps, bot, server, dispatcher, sending, hearts, health };
}

/** Asked at the last moment before sending: true, or why it is dropped. */
async function owedNow(db: Db, caseId: string, effect: Effect): Promise<true | string> {
  if (effect.kind === 'notice') {
    const over = effect.notice.is === 'held' && (await heldSince(db, effect.notice.cause)) === null;
    return over ? 'What was held up has gone out.' : true;
  }
  const stored = await loadCase(db, caseId);
  const directory = await loadPartnership(db);
  if (!stored) return 'There is no such case.';
  return stillOwed(effect, stored.review, {
    version: stored.version,
    ...(directory ? { partnership: directory } : {}),
  });
}

const SERVICE = 'service';

/** Writes the address only when it is another than the last this process saw. */
function addressKeeper(db: Db): (serviceUrl: string) => Promise<void> {
  let last = '';
  return async (serviceUrl) => {
    if (serviceUrl === last) return;
    await saveConversation(db, SERVICE, { serviceUrl });
    last = serviceUrl;
  };
}

/** Keeps where a person or team is reached, and the regional address of Teams that the last authenticated activity named. */
async function remember(db: Db, met: Met): Promise<'new' | 'known'> {
  const known = await findConversation(db, met.key);
  await saveConversation(db, met.key, met);
  await saveConversation(db, SERVICE, { serviceUrl: met.serviceUrl });
  return known === null ? 'new' : 'known';
}
