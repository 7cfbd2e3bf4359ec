import type { CaseReview } from '../../../src/domain/caseReview.ts';
import type { Partnership, Person } from '../../../src/domain/directory.ts';
import { lanes, matterKey, type Effect, type Matter } from '../../../src/domain/effects.ts';
import { noticesTo } from '../../../src/domain/notices.ts';
import { noticeFor } from '../../../src/cards/notices.ts';
import type { SenderParts } from '../../../src/delivery/parts.ts';
import { makeSenders } from '../../../src/delivery/senders/index.ts';
import { makeTeams } from '../../../src/delivery/teams.ts';
import { makeGraph } from '../../../src/graph/client.ts';
import { makeLog } from '../../../src/log.ts';
import { rehearsalPartnership } from '../../../src/rehearsal/partnership.ts';
import { startTenant } from '../../../src/rehearsal/tenant.ts';
import type { Tenant } from '../../../src/rehearsal/tenantHandle.ts';
import type { TenantOptions } from '../../../src/rehearsal/tenantOptions.ts';
import type { OpenDatabase } from '../../../src/store/database.ts';
import { outboxStates } from '../../../src/store/outbox.ts';
import { APP_ID, testAdapter } from './adapter.ts';
import { benchOf, CASE, handClock, put, quiet, type Bench, type HandClock } from './bench.ts';

/** The real senders, adapter and Graph client against the tenant in a box; the case is a plain value in the test's hand. */
export interface Office {
  tenant: Tenant;
  store: OpenDatabase;
  clock: HandClock;
  parts: SenderParts;
  partnership: Partnership;
  review: CaseReview;
  /** What the cards say: change it and the cards change. */
  words: { card: string };
  members: string[];
  /** Whether the sign-in service gives tokens. */
  signIn: boolean;
  bench: Bench;
  /** Another process taking over: nothing but the store is kept. */
  restart(): Bench;
  send(...effects: Effect[]): Promise<void>;
  /** Delivers, and lets time pass until nothing is left or so many rounds are over. */
  settle(rounds?: number): Promise<void>;
  states(): Promise<Record<string, string>>;
  person(id: string): Person;
  channel(): ReturnType<Tenant['channels']>[number];
  /** Texts of the bot's messages in the case's channel. */
  posts(): string[];
  close(): Promise<void>;
}

/** `store` is shared by a file's tests and emptied here: making one costs more than a test. */
export async function openOffice(
  store: OpenDatabase,
  { lines, ...options }: Partial<TenantOptions> & { lines?: string[] } = {},
): Promise<Office> {
  const log = lines === undefined ? quiet : makeLog('debug', { write: (line: string) => void lines.push(line) });
  for (const table of ['message', 'lane', 'remote'] as const) await store.db.deleteFrom(table).execute();
  const { partnership, extraPeople, sharesAvailability } = await rehearsalPartnership('hertsmere');
  const clock = handClock();
  const tenant = await startTenant({
    folder: null,
    botUrl: 'http://127.0.0.1:9/api/messages',
    botAppId: APP_ID,
    hostTenantId: partnership.authority.tenantId,
    partnership,
    extraPeople,
    sharesAvailability,
    now: clock.now,
    limitsFactor: 1000,
    ...options,
  });
  const review = emptyReview(partnership);
  const words = { card: 'first' };
  const members = ['priya-marlow', 'tom-brackley', 'oonagh-pell', 'marcus-oyelaran'];
  const person = (id: string): Person => {
    const found = partnership.people.find((one) => one.id === id);
    if (found === undefined) throw new Error(`nobody is called ${id}`);
    return found;
  };
  const parts: SenderParts = {
    db: store.db,
    graph: makeGraph({
      baseUrl: tenant.graphUrl,
      token: async () => (office.signIn ? 'graph-token' : Promise.reject(new Error('the secret has run out'))),
      insecureLoopback: true,
      pause: async (ms) => {
        clock.pass(ms);
      },
    }),
    teams: makeTeams({
      adapter: testAdapter(() => office.signIn),
      appId: APP_ID,
      tenantId: partnership.authority.tenantId,
      serviceUrl: () => tenant.connectorUrl,
    }),
    now: clock.now,
    log,
    directory: async () => partnership,
    loadCase: async () => ({ review, partnership }),
    membersOf: async () => members.map(person),
    draw: async (caseId, matter) => ({ card: cardSaying(`${matterKey(matter)}: ${words.card}`), summary: caseId }),
    writeMessage: async (all) => ({
      text: all.map((effect) => `please: ${matterKey(effect.matter)}`).join('; '),
      mentions: [],
    }),
    writeMail: async (items) => ({
      subject: items.length === 1 ? CASE : `${String(items.length)} messages`,
      html: items.map(({ link }) => `<p><a href="${String(link)}">form</a></p>`).join(''),
    }),
    writeNotice: noticeFor,
    tellCoordinators: (told) => put(store.db, clock, ...noticesTo([person('priya-marlow')], told)),
    personalLink: async ({ to }) => `https://convene.example/form/${to}`,
    writeDocument: async () => ({ content: new Uint8Array([80, 75]), contentType: 'application/octet-stream' }),
    notifications: null,
    operationLooksMs: [1_000],
  };
  const bench = (owner: string) => benchOf(store.db, clock, makeSenders(parts), { owner, log });
  const office: Office = {
    tenant,
    store,
    clock,
    parts,
    partnership,
    review,
    words,
    members,
    signIn: true,
    bench: bench('one'),
    restart: () => {
      office.bench = bench(`again-${String(clock.now().getTime())}`);
      return office.bench;
    },
    send: async (...effects) => {
      await put(store.db, clock, ...effects);
      await office.bench.dispatcher.drain();
    },
    settle: async (rounds = 40) => {
      for (let i = 0; i < rounds; i += 1) {
        await office.bench.dispatcher.drain();
        const open = (await outboxStates(store.db)).some(({ state }) => !['done', 'dropped', 'dead'].includes(state));
        if (!open) return;
        clock.pass(60_000);
      }
    },
    states: async () => Object.fromEntries((await outboxStates(store.db)).map(({ key, state }) => [key, state])),
    person,
    channel: () => {
      const channel = tenant.channels().find(({ name }) => name === CASE);
      if (channel === undefined) throw new Error('the case has no channel');
      return channel;
    },
    posts: () => tenant.messages(office.channel().id).map(textOf),
    close: () => tenant.close(),
  };
  return office;
}

export const cardSaying = (text: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
});

export function textOf({ content }: { content: { text: string; attachments: { content?: unknown }[] } }): string {
  const card = content.attachments[0]?.content as { body: { text: string }[] } | undefined;
  return card?.body[0]?.text ?? content.text;
}

function emptyReview(partnership: Partnership): CaseReview {
  return {
    stage: 'review',
    reference: CASE,
    procedure: 'hertsmere',
    authority: partnership.authority.id,
    openedOn: '2026-09-01',
    consents: [],
    complaints: [],
    letters: [],
    requests: [],
    risks: [],
    decisions: [],
    extensions: [],
    contacts: [],
    invitations: [],
    actions: [],
    recommendations: [],
    followUps: [],
    appeals: [],
    reviewOpened: [],
    nudged: [],
  };
}

const space = lanes.space(CASE);
const base = { caseId: CASE };
/** Effects of the one case, by short names. */
export const effects = {
  openSpace: (): Effect => ({ kind: 'openSpace', key: `openSpace/${CASE}`, lane: space, ...base }),
  syncMembers: (v = 1): Effect => ({ kind: 'syncMembers', key: `members/${String(v)}`, lane: space, ...base }),
  card: (matter: Matter, v = 1, lane = space): Effect => ({
    kind: 'card',
    key: `card/${matterKey(matter)}/v${String(v)}`,
    lane,
    matter,
    ...base,
  }),
  message: (to: string, matter: Matter, lane = space): Effect => ({
    kind: 'message',
    key: `message/${to}/${matterKey(matter)}`,
    lane,
    to,
    matter,
    nudge: 'overdue',
    day: '2026-09-07',
    ...base,
  }),
  mail: (to: string): Effect => ({
    kind: 'mail',
    key: `mail/${to}`,
    lane: lanes.mail(to),
    to,
    matter: { is: 'case' },
    nudge: 'asked',
    day: '2026-09-07',
    ...base,
  }),
  panel: (kind: 'bookPanel' | 'movePanel' | 'cancelPanel', v = 1, booking = 'b1'): Effect => ({
    kind,
    key: `${kind}/${booking}/v${String(v)}`,
    lane: lanes.calendar(CASE),
    booking,
    ...base,
  }),
  file: (v = 1): Effect => ({
    kind: 'fileDocument',
    key: `file/pack/v${String(v)}`,
    lane: space,
    document: 'pack',
    ...base,
  }),
  archive: (): Effect => ({ kind: 'archiveSpace', key: `archiveSpace/${CASE}`, lane: space, ...base }),
};
