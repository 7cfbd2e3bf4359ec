import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/isoDate.ts';
import { senderPartsOf } from '../../src/composeSending.ts';
import { makeDispatcher, type Dispatcher } from '../../src/delivery/dispatcher.ts';
import { makeSenders } from '../../src/delivery/senders/index.ts';
import { makeTeams } from '../../src/delivery/teams.ts';
import { stillOwed } from '../../src/domain/stillOwed.ts';
import { makeGraph } from '../../src/graph/client.ts';
import { makeLog } from '../../src/log.ts';
import { openingOf } from '../../src/operations/opening.ts';
import { sweep } from '../../src/operations/sweep.ts';
import { startTenant } from '../../src/rehearsal/tenant.ts';
import type { Tenant } from '../../src/rehearsal/tenantHandle.ts';
import { loadCase, readEvents } from '../../src/store/cases.ts';
import { APP_ID, testAdapter } from '../delivery/support/adapter.ts';
import { startShell, type Shell } from '../support/shell.ts';
import { accepted4 } from '../support/story.ts';

let shell: Shell;
let tenant: Tenant;
let dispatcher: Dispatcher;
beforeAll(async () => {
  shell = await startShell({ today: '2026-03-02' });
  const { partnership, deps } = shell;
  tenant = await startTenant({
    folder: null,
    botUrl: 'http://127.0.0.1:9/api/messages',
    botAppId: APP_ID,
    hostTenantId: partnership.authority.tenantId,
    partnership,
    extraPeople: [],
    sharesAvailability: [],
    now: deps.now,
    limitsFactor: 1000,
  });
  const log = makeLog('silent');
  const sending = senderPartsOf(deps, {
    graph: makeGraph({ baseUrl: tenant.graphUrl, token: async () => 'graph-token', insecureLoopback: true }),
    teams: makeTeams({
      adapter: testAdapter(),
      appId: APP_ID,
      tenantId: partnership.authority.tenantId,
      serviceUrl: () => tenant.connectorUrl,
    }),
    log,
    notifications: null,
    publicUrl: 'https://convene.example',
  });
  dispatcher = makeDispatcher({
    db: deps.db,
    senders: makeSenders(sending),
    now: deps.now,
    log,
    owner: randomUUID(),
    chance: () => 1,
    opening: openingOf(deps),
    stillOwed: async (caseId, effect) => {
      const stored = await loadCase(deps.db, caseId);
      return stored === null ? 'There is no such case.' : stillOwed(effect, stored.review, { partnership });
    },
    onDead: async () => undefined,
    onHeld: async () => undefined,
  });
});
afterAll(async () => {
  await tenant.close();
  await shell.close();
});

describe('four cases at once, whose agencies never answer (AMB-C4)', () => {
  it('nobody gets more than one e-mail or chat message of reminders a day, and no agency more than five chasers a form', async () => {
    const cases: string[] = [];
    for (let at = 0; at < 4; at++) cases.push(await accepted4(shell));
    const mails = () =>
      shell.partnership.people.map(
        ({ id, email }) => [id, tenant.mailTo(email).filter((it) => it.eventId === undefined).length] as const,
      );
    const chats = () =>
      shell.partnership.people.flatMap(({ id }) => {
        const chat = tenant.chatIdOf(id);
        // Reminders alone: cards are posted once and then brought up to date in place.
        return chat === null
          ? []
          : [[`chat of ${id}`, tenant.messages(chat).filter((it) => it.content.text.includes('HBC-')).length] as const];
      });
    const seen = new Map([...mails(), ...chats()]);
    const most: Record<string, number> = {};
    for (let day = '2026-03-10'; day <= '2026-04-30'; day = addDays(day, 1)) {
      shell.on(day);
      await sweep(shell.deps, day);
      await dispatcher.drain();
      for (const [who, count] of [...mails(), ...chats()]) {
        most[who] = Math.max(most[who] ?? 0, count - (seen.get(who) ?? 0));
        seen.set(who, count);
      }
    }
    expect(Object.entries(most).filter(([, count]) => count > 1)).toEqual([]);
    // The inspector: asked, the day before, the day itself, and five chasers, each time of all four cases together.
    const tom = tenant.mailTo(shell.who('ines-pector').email);
    expect(tom.map((it) => it.subject)).toEqual(
      Array.from({ length: tom.length }, () => 'ASB case reviews: 4 messages about 4 cases'),
    );
    expect(tom.length).toBe(8);
    expect(tenant.mailTo(shell.who('super-intend').email)).toHaveLength(3);
    for (const caseId of cases) {
      const chasers = (await readEvents(shell.deps.db, caseId)).flatMap(({ event }) =>
        event.type === 'nudged' && event.nudge === 'chase' && event.to.role === 'agency'
          ? [`${event.about.agency ?? ''} ${String(event.about.chase)}`]
          : [],
      );
      expect(chasers.filter((it) => it.startsWith('Invented Police'))).toEqual(
        [1, 2, 3, 4, 5].map((number) => `Invented Police ${String(number)}`),
      );
      expect(chasers).toHaveLength(20);
    }
  }, 120_000);
});
