import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lanes, type Effect } from '../../src/domain/effects.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { outboxStates } from '../../src/store/outbox.ts';
import { freshStore, KINDS } from '../support/store.ts';
import { benchOf, cardEffect, CASE, handClock, put, sameFor } from './support/bench.ts';
import { effects, openOffice, textOf, type Office } from './support/office.ts';

const TOM = 'tom.brackley@marshwick-police.example';

function wholeCase(): Effect[] {
  const police = { is: 'request', returnKind: 'review', agency: 'marshwick-police' } as const;
  return [
    effects.openSpace(),
    effects.card({ is: 'case' }),
    effects.card(police),
    effects.mail('tom-brackley'),
    effects.mail('oonagh-pell'),
    effects.panel('bookPanel'),
    effects.card({ is: 'panel' }),
    effects.message('marcus-oyelaran', { is: 'case' }, lanes.chat('marcus-oyelaran')),
    effects.file(),
    effects.card({ is: 'case' }, 2),
    effects.message('tom-brackley', police),
  ];
}
function arrange(office: Office): void {
  office.review.panelArranged = {
    on: '2026-09-07',
    with: { for: '2026-09-16', openSession: true },
    detail: {
      startsAt: '10:00',
      minutes: 90,
      openMinutes: 30,
      panel: ['tom-brackley'],
      booking: 'b1',
    },
  };
  office.review.voice = { on: '2026-09-07', mode: 'attend', with: { mode: 'attend' } };
  office.review.reach = { email: 'elsie.wainfleet@post.example' };
}

describe('a whole case through trouble of every kind', () => {
  let store: OpenDatabase;
  let office: Office;
  const lines: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'delivery-soak-'));
  beforeAll(async () => {
    store = await freshStore('embedded');
    office = await openOffice(store, { trafficLog: folder, lines });
    arrange(office);
    office.tenant.faults.setTrouble({
      throttle: true,
      fail: true,
      slow: false,
      lostAnswers: true,
      repeatClicks: false,
    });
    await put(store.db, office.clock, ...wholeCase());
    for (let round = 0; round < 80; round += 1) {
      await office.bench.dispatcher.drain();
      if (!Object.values(await office.states()).some((state) => state === 'waiting' || state === 'sending')) break;
      office.clock.pass(120_000);
      // Every few rounds another process takes over, as after a kill.
      if (round % 4 === 3) office.restart();
    }
  });
  afterAll(async () => {
    await office.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('nothing is lost: everything came to its end, or was left to a person because it may be there already', async () => {
    const states = Object.entries(await office.states()).filter(([, state]) => state !== 'done');
    expect(states.filter(([, state]) => state !== 'dead')).toEqual([]);
    const doubtful = states.map(([key]) => key);
    for (const { reason } of office.bench.dead) expect(reason).toContain('may be there already');
    expect(doubtful.every((key) => key.startsWith('card/') || key.startsWith('message/'))).toBe(true);
    for (const words of ['case: first', 'request/review/marshwick-police: first', 'panel: first'])
      expect(office.posts()).toContain(words);
  });

  it('there is one channel, one event for each session, one e-mail to each, one file', () => {
    expect(office.tenant.channels().filter(({ name }) => name === CASE)).toHaveLength(1);
    expect(office.tenant.events()).toHaveLength(2);
    expect(office.tenant.mailTo(TOM).filter(({ eventId }) => eventId === undefined)).toHaveLength(1);
    expect(office.tenant.files()).toHaveLength(1);
  });

  it('no post stands more than twice', () => {
    const chat = office.tenant.messages(office.tenant.chatIdOf('marcus-oyelaran') ?? '').map(textOf);
    const times = new Map<string, number>();
    for (const post of [...office.posts(), ...chat]) times.set(post, (times.get(post) ?? 0) + 1);
    expect(Math.max(...times.values())).toBeLessThanOrEqual(2);
  });

  it('the log names nobody: not by name, and not by the ids made from names', () => {
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.join('')).not.toMatch(/brackley|oonagh|marcus|elsie|wainfleet/i);
  });

  it('nothing personal is in a channel name, a subject, a file name or an address', () => {
    const named = [
      ...office.tenant.channels().map(({ name }) => name),
      ...office.tenant.events().map(({ subject }) => subject),
      ...office.tenant.mailTo(TOM).map(({ subject }) => subject),
      ...office.tenant.files().map(({ name }) => name),
    ].join('\n');
    const asked = readFileSync(join(folder, 'graph.jsonl'), 'utf8').trim().split('\n');
    const paths = asked.map((line) => (JSON.parse(line) as { path: string }).path).join('\n');
    expect(`${named}\n${paths}`).not.toMatch(/wainfleet|brackley|elsie|tom /i);
  });
});

describe.each(KINDS)('two replicas on one %s store', (kind) => {
  it('send each message once, and each lane in its order', async () => {
    const store = await freshStore(kind);
    const clock = handClock();
    const sent: string[] = [];
    const busy = new Set<string>();
    const senders = sameFor(async ({ key, lane }) => {
      // Two senders in one lane at once would be out of order.
      expect(busy.has(lane)).toBe(false);
      busy.add(lane);
      await Promise.resolve();
      sent.push(key);
      busy.delete(lane);
      return { kind: 'sent' };
    });
    const many = Array.from({ length: 60 }, (_, i): Effect => ({
      ...cardEffect(`${String(i % 6)}/${String(i).padStart(2, '0')}`, `mail/${String(i % 6)}`),
      kind: 'syncMembers',
    }));
    await put(store.db, clock, ...many);
    const replicas = ['one', 'two'].map((owner) => benchOf(store.db, clock, senders, { owner }).dispatcher);
    await Promise.all(replicas.map((dispatcher) => dispatcher.drain()));
    expect([...sent].sort()).toEqual(many.map(({ key }) => key).sort());
    for (let lane = 0; lane < 6; lane += 1) {
      const inLane = sent.filter((key) => key.startsWith(`card/${String(lane)}/`));
      expect(inLane).toEqual([...inLane].sort());
    }
    expect((await outboxStates(store.db)).every(({ state }) => state === 'done')).toBe(true);
    await store.close();
  });
});
