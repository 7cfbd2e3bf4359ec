import { createHash, randomBytes, randomUUID } from 'node:crypto';
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
import { readAnswersOf } from './composeNight.ts';
import type { Graph } from './graph/client.ts';
import type { Log } from './log.ts';
import { wholeCase } from './operations/altered.ts';
import { messageOf } from './operations/commitEvents.ts';
import type { Deps } from './operations/deps.ts';
import { openingOf } from './operations/opening.ts';
import { tellCoordinators } from './operations/tellCoordinators.ts';
import { nameOf, policyByName, policyFor, resolvePolicy } from './policies/registry.ts';
import { findConversation, saveConversation } from './store/conversations.ts';
import { inTransaction, type Db } from './store/database.ts';
import { adoptDirectory, type Adopted } from './store/directories.ts';
import { enqueue, heldSince } from './store/outbox.ts';
import { loadPartnership } from './store/people.ts';
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
  const { db, log, now } = ground;
  const { partnership, outcome } = await adoptDirectory(db, ground.partnership, now());
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
  await sayWhichDirectory(deps, log, outcome, ground.partnership);
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
      if (event) await readAnswersOf(deps, sending, event.caseId);
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
  const stored = await wholeCase(db, caseId);
  const directory = await loadPartnership(db);
  if (stored === 'altered') return 'The record of the case was changed outside Convene.';
  if (!stored) return 'There is no such case.';
  return stillOwed(effect, stored.review, {
    version: stored.version,
    ...(directory ? { partnership: directory } : {}),
  });
}

const SERVICE = 'service';

/** A file that was not taken is logged, and told to the coordinators of the directory in force, once for each file. */
async function sayWhichDirectory(deps: Deps, log: Log, outcome: Adopted['outcome'], file: Partnership): Promise<void> {
  if (outcome === 'unchanged') return;
  if (outcome === 'taken') {
    log.info({ event: 'directoryTaken', version: file.version });
    return;
  }
  log.error({ event: 'directoryNotTaken', reason: outcome, version: file.version });
  const print = createHash('sha256').update(JSON.stringify(file)).digest('hex').slice(0, 12);
  const notice = { is: 'olderDirectory', why: outcome } as const;
  await tellCoordinators(deps, { key: `olderDirectory/${print}`, caseId: null, notice });
}

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
